using Pst.Domain;
using Pst.Web.Library;

namespace Pst.Web.Pages.Library;

/// <summary>Covers as they are kept; what they are was told by their first bytes.</summary>
internal static class Covers
{
    const string Keep = "public, max-age=86400";

    public static void MapCovers(this WebApplication app) =>
        app.MapGet("/pustaka/{id}/sampul", AnswerAsync).AllowAnonymous().ExcludeFromDescription();

    static async Task<IResult> AnswerAsync(
        PublicationFiles publications, StoredFiles files, HttpContext http, string id, CancellationToken cancel)
    {
        if (!PublicationId.TryParse(id, null, out var known)
            || await publications.FindAsync(known, FileKind.Cover, cancel) is not { } cover || !File.Exists(files.PathOf(cover.Hash)))
            return Results.NotFound();
        http.Response.Headers.CacheControl = Keep;
        return Results.File(files.PathOf(cover.Hash), cover.Type);
    }
}
