using Pst.Domain;
using Pst.Projections;
using Pst.Web.Library;
using Pst.Web.Pages;
using Pst.Web.Writing;

namespace Pst.Web.Softcopies;

/// <summary>
/// Makes the file of a request from the catalogue's PDF, or from what staff send: a scan, or a file that the catalogue has not. What is
/// made lies in the folder <c>softcopy</c> of the data folder, under its hash.
/// </summary>
internal sealed class SoftcopyDesk(
    SoftcopyMaker maker, ScannedFiles scans, StoredFiles catalogue, PublicationFiles publications, OfficeMemory offices,
    SoftcopyLinks links, TimeProvider clock, IConfiguration configuration)
{
    readonly StoredFiles made = new(configuration, "softcopy");

    public string PathOf(SoftcopyFile file) => made.PathOf(Convert.FromHexString(file.Sha256));

    /// <param name="addressOf">Of a path, as strangers reach it.</param>
    /// <param name="sent">None: from the catalogue.</param>
    /// <exception cref="FileRefusedException">Nothing can be made of it.</exception>
    public async Task<SoftcopyFile> MakeAsync(
        OfficeCode office, SoftcopyLine line, Func<string, string> addressOf, IReadOnlyList<IFormFile> sent, CancellationToken cancel)
    {
        var state = await offices.FindAsync(office, cancel) ?? throw new FileRefusedException(FileFault.Empty);
        var (day, number) = (state.Details.TimeZone.Day(clock.GetUtcNow()), line.Row.Asked.Number);
        var code = links.CodeOf(number, line.Id);
        var mark = state.StandardOn(day) is { Digital.Watermark: false }
            ? null : new Mark(state.Details.Name, day, number, code, addressOf($"/cek/{code}"));
        Task<SoftcopyFile> Make(string source) => maker.MakeAsync(office, source, mark, line.Row.Asked.Pages, made, cancel);
        return sent.Count > 0 ? await TakenAsync(sent, Make, cancel) : await Make(await FromCatalogueAsync(line, cancel));
    }

    /// <summary>How many pages somebody sends.</summary>
    /// <exception cref="FileRefusedException">Nothing can be made of them.</exception>
    public Task<int> CountAsync(OfficeCode office, IReadOnlyList<IFormFile> sent, CancellationToken cancel) =>
        TakenAsync(sent, source => maker.CountAsync(office, source, cancel), cancel);

    async Task<T> TakenAsync<T>(IReadOnlyList<IFormFile> sent, Func<string, Task<T>> use, CancellationToken cancel)
    {
        var room = Directory.CreateTempSubdirectory("pst-scan-");
        var opened = sent.Select(it => it.OpenReadStream()).ToList();
        try
        {
            return await use(await scans.TakeAsync(room.FullName, opened, cancel));
        }
        finally
        {
            foreach (var one in opened) await one.DisposeAsync();
            room.Delete(recursive: true);
        }
    }

    async Task<string> FromCatalogueAsync(SoftcopyLine line, CancellationToken cancel) =>
        await publications.FindAsync(line.Row.Asked.PublicationId, FileKind.Pdf, cancel) is { } file
            && File.Exists(catalogue.PathOf(file.Hash))
            ? catalogue.PathOf(file.Hash) : throw new FileRefusedException(FileFault.Empty);
}
