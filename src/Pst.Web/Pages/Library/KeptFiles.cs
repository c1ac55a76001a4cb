using Pst.Domain;
using Pst.Web.Library;
using Pst.Web.Online;

namespace Pst.Web.Pages.Library;

/// <summary>Covers for everybody, and PDFs for whoever reads them in an open visit, as they are kept.</summary>
internal static class KeptFiles
{
    const string Keep = "public, max-age=86400";

    public static void MapKeptFiles(this WebApplication app)
    {
        app.MapGet("/pustaka/{id}/sampul", CoverAsync).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/pustaka/{id}/berkas", ReadAsync).AllowAnonymous().ExcludeFromDescription();
    }

    // What it is was told by its first bytes.
    static async Task<IResult> CoverAsync(
        PublicationFiles publications, StoredFiles files, HttpContext http, string id, CancellationToken cancel)
    {
        if (!PublicationId.TryParse(id, null, out var known)
            || await publications.FindAsync(known, FileKind.Cover, cancel) is not { } cover || !File.Exists(files.PathOf(cover.Hash)))
            return Results.NotFound();
        http.Response.Headers.CacheControl = Keep;
        return Results.File(files.PathOf(cover.Hash), cover.Type);
    }

    // The browser's own viewer asks for parts; one without a viewer offers to keep the file. The visit was told before it came here.
    static async Task<IResult> ReadAsync(PublicationPdf pdf, LibraryVisits visits, HttpContext http, string id, CancellationToken cancel)
    {
        if (!PublicationId.TryParse(id, null, out var known) || await pdf.FindAsync(known, cancel) is not { } path)
            return Results.NotFound();
        return await visits.OfAsync(http, cancel) is { IsServed: true, Standard.Digital.Read: true }
            ? Results.File(path, "application/pdf", enableRangeProcessing: true)
            : Results.Redirect($"/pustaka/{known}");
    }
}
