using System.Globalization;
using Pst.Domain;
using Pst.Web.Library;

namespace Pst.Web.Softcopies;

/// <summary>
/// Makes the file that is given away: checked, with the mark on every page, and locked as its source is. One at a time, offices in turn,
/// each in a folder of its own that is gone afterwards.
/// </summary>
internal sealed class SoftcopyMaker(FileLimits limits)
{
    const int MostWaiting = 200;
    const string Overlaid = "overlay.pdf", Said = "said.json", Made = "made.pdf";

    /// <summary>What the file's metadata call the code.</summary>
    public const string Entry = "PSTSoftcopy";

    readonly FairTurns<OfficeCode> turns = new(1, MostWaiting);
    readonly Qpdf qpdf = new(limits);

    /// <param name="source">The path of a PDF.</param>
    /// <param name="mark">Null where the office's standard asks for none.</param>
    /// <param name="span">Null for all pages.</param>
    /// <param name="into">Where it is kept.</param>
    /// <exception cref="FileRefusedException">The source is none that anything is made of.</exception>
    public Task<SoftcopyFile> MakeAsync(
        OfficeCode office, string source, Mark? mark, PageSpan? span, StoredFiles into, CancellationToken cancel) =>
        InTurnAsync(office, source, async (folder, file) =>
        {
            var objects = await qpdf.ObjectsAsync(folder, file.Path, cancel);
            var pages = PagesOf(objects, span);
            await LayAsync(folder, file.Path, objects, mark, span, cancel);
            await ProveAsync(folder, objects, pages, cancel);
            await using var made = File.OpenRead(Path.Combine(folder, Made));
            var (kept, _) = await into.PutAsync(made, limits.Bytes * 2, cancel);
            return new SoftcopyFile(Convert.ToHexStringLower(kept!.Hash), kept.Size, pages, file.Sha256, mark is not null);
        }, cancel);

    /// <summary>How many pages a PDF has that something can be made of.</summary>
    /// <exception cref="FileRefusedException">Nothing can.</exception>
    public Task<int> CountAsync(OfficeCode office, string source, CancellationToken cancel) => InTurnAsync(
        office, source, async (folder, file) => PagesOf(await qpdf.ObjectsAsync(folder, file.Path, cancel), null), cancel);

    async Task<T> InTurnAsync<T>(OfficeCode office, string source, Func<string, SourceFile, Task<T>> work, CancellationToken cancel)
    {
        if (!Qpdf.IsInstalled) throw new FileRefusedException(FileFault.NoProgram);
        using var turn = await turns.TakeAsync(office, cancel) ?? throw new FileRefusedException(FileFault.Busy);
        var file = await SourceFile.ReadAsync(source, limits, cancel);
        if (file.Fault != FileFault.None) throw new FileRefusedException(file.Fault);
        var folder = Directory.CreateTempSubdirectory("pst-softcopy-"); // for its owner alone
        try
        {
            return await work(folder.FullName, file);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    int PagesOf(PdfObjects objects, PageSpan? span)
    {
        if (objects.Fault != FileFault.None) throw new FileRefusedException(objects.Fault);
        if (objects.Pages is not > 0) throw new FileRefusedException(FileFault.Damaged);
        if (objects.Pages > limits.Pages) throw new FileRefusedException(FileFault.TooManyPages);
        if (span is var (from, to) && (from < 1 || to < from || to > objects.Pages)) throw new FileRefusedException(FileFault.NoSuchPages);
        return span is { } some ? some.To - some.From + 1 : objects.Pages.Value;
    }

    async Task LayAsync(string folder, string path, PdfObjects objects, Mark? mark, PageSpan? span, CancellationToken cancel)
    {
        string[] some = span is var (from, to) ? ["--pages", ".", $"{from}-{to}", "--"] : [];
        string[] marked = [];
        if (mark is not null)
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, Overlaid), Overlay.Of(mark), cancel);
            await File.WriteAllBytesAsync(Path.Combine(folder, Said), objects.WithInfo(Entry, mark.Code), cancel);
            marked = [$"--update-from-json={Said}", "--overlay", Overlaid, "--repeat=1", "--"];
        }
        await qpdf.RunAsync(folder, [path, .. some, .. marked, Made], cancel);
    }

    // What goes out is whole, and nobody reads it who could not read the source.
    async Task ProveAsync(string folder, PdfObjects source, int pages, CancellationToken cancel)
    {
        var counted = System.Text.Encoding.ASCII.GetString(await qpdf.RunAsync(folder, ["--show-npages", Made], cancel));
        string[] trailer = [.. Qpdf.Describe("qpdf", Qpdf.Locked), "--json-object=trailer", Made];
        var made = PdfObjects.Read(await qpdf.RunAsync(folder, trailer, cancel));
        if (!int.TryParse(counted, CultureInfo.InvariantCulture, out var count) || count != pages || made.Encryption != source.Encryption
            || !await qpdf.IsSoundAsync(folder, Made, cancel))
            throw new FileRefusedException(FileFault.Damaged);
    }
}
