using Pst.Domain;
using Pst.Web.Softcopies;
using Pst.Web.Vault;

namespace Pst.Web.Complaints;

/// <summary>
/// What people attach to what they write: a PDF as it is, a photograph as a page of one, without what cameras write beside it. Checked as
/// scans are; the name that a file came by is not even read. One at a time, offices in turn.
/// </summary>
public sealed class AttachedFiles
{
    /// <summary>How many to one message; how large each may be, and how long.</summary>
    public const int Most = 3, MostMegabytes = 5, MostPages = 50;

    /// <summary>What forms call them.</summary>
    public const string Field = "files";

    /// <summary>Of a form with files.</summary>
    public const long MostBytes = (Most + 1) * MostMegabytes * 1024 * 1024;

    const int MostWaiting = 20;

    readonly FairTurns<OfficeCode> turns = new(1, MostWaiting);
    readonly FileLimits limits;
    readonly ScannedFiles scans;
    readonly Qpdf qpdf;

    internal AttachedFiles(FileLimits usual)
    {
        limits = usual with { Bytes = MostMegabytes * 1024 * 1024, Pages = MostPages };
        (scans, qpdf) = (new(limits), new(limits));
    }

    /// <summary>All of them for the vault, or why one is not taken, as the name of a sentence.</summary>
    public async Task<(IReadOnlyList<VaultEntry.Attachment> Taken, string? Why)> TakeAsync(
        OfficeCode office, IReadOnlyList<IFormFile> sent, CancellationToken cancel)
    {
        if (sent.Count == 0) return ([], null);
        if (sent.Count > Most) return ([], "fault.too_many_files");
        try
        {
            using var turn = await turns.TakeAsync(office, cancel) ?? throw new FileRefusedException(FileFault.Busy);
            var taken = new List<VaultEntry.Attachment>();
            foreach (var file in sent) taken.Add(new(await TakeAsync(file, cancel), Commitment.NewSalt()));
            return (taken, null);
        }
        catch (FileRefusedException refused)
        {
            return ([], refused.Fault == FileFault.Empty ? "fault.empty_file" : $"fault.{Words.Of(refused.Fault)}");
        }
    }

    async Task<byte[]> TakeAsync(IFormFile file, CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("pst-attached-"); // for its owner alone
        try
        {
            await using var content = file.OpenReadStream();
            var source = await SourceFile.ReadAsync(await scans.TakeAsync(folder.FullName, [content], cancel), limits, cancel);
            // A signature stays true: nothing is written on the file.
            if (source.Fault is not (FileFault.None or FileFault.Signed)) throw new FileRefusedException(source.Fault);
            var objects = await qpdf.ObjectsAsync(folder.FullName, source.Path, cancel);
            if (objects.Fault != FileFault.None) throw new FileRefusedException(objects.Fault);
            if (objects.Pages > limits.Pages) throw new FileRefusedException(FileFault.TooManyPages);
            if (objects.Pages is not > 0 || !await qpdf.IsSoundAsync(folder.FullName, source.Path, cancel))
                throw new FileRefusedException(FileFault.Damaged);
            return await File.ReadAllBytesAsync(source.Path, cancel);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
