using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Pst.Domain;
using Pst.Projections;
using Pst.Web.Hosting;

namespace Pst.Web.Softcopies;

/// <summary>
/// From a file that was found somewhere to the request that it was made for: by its bytes, else by the code in its metadata or its layer of
/// text. A file that somebody passed through a printer's driver may have lost both; its QR code is read with a phone.
/// </summary>
internal sealed partial class FileTrace(SoftcopyBoard softcopies, SoftcopyLinks links, ScannedFiles scans, FileLimits limits)
{
    const int MostText = 4 * 1024 * 1024;

    readonly Qpdf qpdf = new(limits);

    /// <summary>Null where it was not made here, or not in this office.</summary>
    /// <exception cref="FileRefusedException">Nobody can read it.</exception>
    public async Task<SoftcopyLine?> FindAsync(OfficeCode office, Stream sent, CancellationToken cancel)
    {
        var room = Directory.CreateTempSubdirectory("pst-trace-");
        try
        {
            var path = await scans.TakeAsync(room.FullName, [sent], cancel);
            var file = await SourceFile.ReadAsync(path, limits, cancel);
            return await softcopies.FindAsync(office, file.Sha256, cancel)
                ?? await ByCodeAsync(office, await SaidAsync(room.FullName, path, cancel), cancel)
                ?? await ByCodeAsync(office, await TextAsync(room.FullName, path, cancel), cancel);
        }
        finally
        {
            room.Delete(recursive: true);
        }
    }

    async Task<SoftcopyLine?> ByCodeAsync(OfficeCode office, string said, CancellationToken cancel)
    {
        foreach (var code in Code().Matches(said).Select(it => it.Value).Distinct().Take(20))
            if (await links.FindAsync(code, cancel) is { } line && line.Row.Asked.Number.Office == office) return line;
        return null;
    }

    async Task<string> SaidAsync(string folder, string path, CancellationToken cancel) => PdfObjects.Read(await qpdf.RunAsync(
        folder, ["--json=2", "--json-stream-data=none", "--json-key=qpdf", "--json-key=encrypt", path], cancel)).Info.ToJsonString();

    // Poppler is not on every machine; then the metadata have to do.
    async Task<string> TextAsync(string folder, string path, CancellationToken cancel)
    {
        try
        {
            var end = await BoundedProgram.RunAsync(
                new ProcessStartInfo("pdftotext", ["-l", "20", path, "-"]) { WorkingDirectory = folder }, limits.Patience, MostText,
                cancel);
            return Encoding.UTF8.GetString(end.Said);
        }
        catch (Win32Exception) { return ""; }
    }

    [GeneratedRegex("SC-[0-9]{4}-[0-9]{4}-[0-9]{4}-[2-9A-HJ-NP-Z]{10}")]
    private static partial Regex Code();
}
