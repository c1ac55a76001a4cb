using Pst.Domain;
using Pst.Web.Access;
using Pst.Web.Monthly;
using Pst.Web.Pages.Overview;
using Pst.Web.Paper;
using Pst.Web.Vault;

namespace Pst.Web.Pages.Satisfaction;

/// <summary>The satisfaction index as files: <c>ikm.xlsx</c>, its tables and the survey's respondents as <c>.csv</c>.</summary>
public static class IkmFiles
{
    /// <summary>One line a visitor: for those alone who may see small cells.</summary>
    public const string RespondentsFile = "responden-skd.csv";

    public static void MapIkmFiles(this WebApplication app) =>
        app.MapGet("/ikm/{office}/{file}", SendAsync).RequireAuthorization(Policies.SeeReports).ExcludeFromDescription();

    static async Task<IResult> SendAsync(
        HttpContext http, OfficeCode office, string file, long? posisi, IkmDoor door, ReadRecords records,
        CancellationToken cancel)
    {
        var caller = http.User.ToCaller()!;
        if (await door.OpenAsync(caller, office, http.Request.Query, posisi, cancel) is not { } view) return Results.NotFound();
        // Person by person it tells what small cells hide.
        if (file == RespondentsFile && !OverviewView.SeesSmall(caller, office)) return Results.NotFound();
        if (posisi is null) return Results.Redirect(view.FileOf(file));
        var (period, position) = (view.Choice.Period, view.Facts.Computed.Position);
        var name = $"{Path.GetFileNameWithoutExtension(file)}-{office}-{period.From:yyyyMMdd}-{period.To:yyyyMMdd}-posisi-{position}";
        if (file == RespondentsFile)
            await records.RecordAsync(
                office, Respondents.Among(view.Facts.Visits), new(Seen.SurveyList, SeenFor.Survey), caller, cancel);
        var table = file == RespondentsFile ? Respondents.Of(office, view.Facts.Visits)
            : view.Tables.FirstOrDefault(it => $"{it.Name}.csv" == file);
        if (file == "ikm.xlsx")
            return Results.File(
                Workbook.Of([.. view.Tables.Select(it => it.With("Posisi log", position))]), Workbook.ContentType, $"{name}.xlsx");
        return table is null ? Results.NotFound()
            : Results.File(CsvFile.Of(table.With("Posisi log", position)), CsvFile.ContentType, $"{name}.csv");
    }
}
