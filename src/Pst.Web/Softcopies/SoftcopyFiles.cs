using Pst.Domain;

namespace Pst.Web.Softcopies;

/// <summary>What pages do with files: show one that was made, and trace one that was found.</summary>
public sealed class SoftcopyFiles
{
    readonly SoftcopyDesk desk;
    readonly FileTrace trace;
    readonly SoftcopyLinks links;

    internal SoftcopyFiles(SoftcopyDesk desk, FileTrace trace, SoftcopyLinks links) =>
        (this.desk, this.trace, this.links) = (desk, trace, links);

    /// <summary>Null where it is no more.</summary>
    public string? PathOf(SoftcopyFile file) => desk.PathOf(file) is var path && File.Exists(path) ? path : null;

    /// <summary>The request in this office that a code or a file leads to; else what is wrong with the file, if anything is.</summary>
    public async Task<(SoftcopyId? Request, FileFault Fault)> TraceAsync(
        OfficeCode office, string? code, IFormFile? file, CancellationToken cancel)
    {
        try
        {
            if (file is null)
            {
                var line = await links.FindAsync(code, cancel);
                return (line is not null && line.Row.Asked.Number.Office == office ? line.Id : null, FileFault.None);
            }
            await using var sent = file.OpenReadStream();
            return ((await trace.FindAsync(office, sent, cancel))?.Id, FileFault.None);
        }
        catch (FileRefusedException refused) { return (null, refused.Fault); }
    }
}
