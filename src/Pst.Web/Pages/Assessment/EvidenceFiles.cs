using Microsoft.Extensions.Localization;
using Pst.Domain;
using Pst.Web.Access;
using Pst.Web.Paper;

namespace Pst.Web.Pages.Assessment;

/// <summary>The evidence of a period as one file, with its index printed.</summary>
public static class EvidenceFiles
{
    const string Index = "/Pages/Assessment/_Paper.cshtml";

    public static void MapEvidence(this WebApplication app) =>
        app.MapGet("/bukti-dukung/{office}/bukti-dukung.zip", SendAsync)
            .RequireAuthorization(Policies.SeeReports).ExcludeFromDescription();

    static async Task<IResult> SendAsync(
        HttpContext http, OfficeCode office, long? posisi, EvidenceDoor door, PaperViews views, PdfPrinter printer,
        IStringLocalizer<Sentences> text, CancellationToken cancel)
    {
        if (await door.OpenAsync(http.User.ToCaller()!, office, http.Request.Query, posisi, cancel) is not { } view)
            return Results.NotFound();
        if (posisi is null) return Results.Redirect(view.Download); // what was asked for has a name of its own
        try
        {
            var index = await printer.PrintAsync(await views.WriteAsync(Index, view.Folder), cancel);
            return Results.File(view.Folder.Zip(index), "application/zip", $"{view.Folder.Name}.zip");
        }
        catch (NotPrintedException)
        {
            var told = text["Indeks PDF belum dapat dibuat. Coba lagi sebentar, atau mintalah administrator memeriksa Chromium."];
            return Results.Text(told, "text/plain; charset=utf-8", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
