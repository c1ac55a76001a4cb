using Microsoft.Extensions.Localization;
using Pst.Domain;
using Pst.Web.Access;
using Pst.Web.Paper;

namespace Pst.Web.Pages.Erasing;

/// <summary>A Berita Acara as it is printed.</summary>
public static class BeritaAcaraFiles
{
    const string View = "/Pages/Erasing/_Paper.cshtml";

    public static void MapBeritaAcara(this WebApplication app) =>
        app.MapGet("/pemusnahan/{office}/{number:int}/berita-acara.pdf", SendAsync)
            .RequireAuthorization(Policies.SeeErasures).ExcludeFromDescription();

    static async Task<IResult> SendAsync(
        HttpContext http, OfficeCode office, int number, OfficeDoor door, RetentionReads reads, PaperViews views, PdfPrinter printer,
        IStringLocalizer<Sentences> text, CancellationToken cancel)
    {
        if (await door.OpenAsync(http.User.ToCaller()!, office, cancel) is not { } open) return Results.NotFound();
        if (await reads.PaperAsync(open, number, cancel) is not { } paper) return Results.Redirect($"/pemusnahan/{office}");
        try
        {
            var pdf = await printer.PrintAsync(await views.WriteAsync(View, paper), cancel);
            return Results.File(pdf, "application/pdf", $"{paper.Name.Replace('/', '-')}.pdf");
        }
        catch (NotPrintedException failure)
        {
            var told = text[failure.IsMissing ? "print.missing" : "print.failed"];
            return Results.Text(told.Value, "text/plain; charset=utf-8", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
