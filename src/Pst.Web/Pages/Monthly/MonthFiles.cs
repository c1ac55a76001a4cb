using Microsoft.Extensions.Localization;
using Pst.Domain;
using Pst.Web.Access;
using Pst.Web.Monthly;
using Pst.Web.Paper;

namespace Pst.Web.Pages.Monthly;

/// <summary>A month's report as files: <c>laporan.pdf</c>, <c>laporan.xlsx</c>, and each table as <c>.csv</c>.</summary>
public static class MonthFiles
{
    public static void MapMonthFiles(this WebApplication app) =>
        app.MapGet("/laporan/{office}/{month}/{file}", SendAsync).RequireAuthorization(Policies.SeeReports).ExcludeFromDescription();

    static async Task<IResult> SendAsync(
        HttpContext http, OfficeCode office, MonthName month, string file, int? terbit, long? posisi, MonthDoor door, MonthPdfs pdfs,
        CancellationToken cancel)
    {
        if (await door.OpenAsync(http.User.ToCaller()!, office, month, terbit, posisi, cancel) is not { } view) return Results.NotFound();
        if (terbit is null && posisi is null) return Results.Redirect(view.FileOf(file)); // what was asked for has a name of its own
        var (report, named) = (view.Report, $"{office}-{month}-posisi-{view.Report.Computed.Position}");
        return file switch
        {
            "laporan.pdf" => await pdfs.SendAsync(http, view, $"laporan-{named}.pdf", cancel),
            "laporan.xlsx" => Results.File(
                Workbook.Of([ReportFiles.About(report, view.Kept), .. report.Files]), Workbook.ContentType, $"laporan-{named}.xlsx"),
            _ when file.EndsWith(".csv", StringComparison.Ordinal) && report.Find(file[..^4]) is { } table =>
                Results.File(CsvFile.Of(ReportFiles.Placed(table, report)), CsvFile.ContentType, $"{table.Name}-{named}.csv"),
            _ => Results.NotFound(),
        };
    }
}

/// <summary>The PDF of a month, or the words why there is none.</summary>
public sealed class MonthPdfs(
    MonthPrints prints, ProofLinks proofs, PublicAddress address, IServiceScopeFactory scopes, IStringLocalizer<Sentences> text)
{
    public async Task<IResult> SendAsync(HttpContext http, MonthView view, string name, CancellationToken cancel)
    {
        var proof = address.Of(http.Request, proofs.PathOf(view.Report));
        try
        {
            return Results.File(await PdfAsync(view, proof, cancel), "application/pdf", name);
        }
        catch (NotPrintedException failure)
        {
            var told = text[failure.IsMissing ? "print.missing" : "print.failed"];
            return Results.Text(told.Value, "text/plain; charset=utf-8", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }

    async Task<byte[]> PdfAsync(MonthView view, string proof, CancellationToken cancel)
    {
        if (view.Kept is not { } kept) return await prints.PrintAsync(new(view.Report, null, proof), cancel);
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<MonthMaking>().PdfAsync(kept, proof, cancel);
    }
}
