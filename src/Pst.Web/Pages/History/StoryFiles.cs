using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Localization;
using Pst.Domain;
using Pst.Web.Access;
using Pst.Web.Paper;

namespace Pst.Web.Pages.History;

/// <summary>A visit's history as files, for those who may read it. They are Indonesian.</summary>
public static class StoryFiles
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void MapStoryFiles(this WebApplication app) =>
        app.MapGet("/riwayat/{office}/{visit}/cerita/{file}", SendAsync).RequireAuthorization(Policies.SeeEvents).ExcludeFromDescription();

    static async Task<IResult> SendAsync(
        HttpContext http, string office, string visit, string file, OfficeDoor door, StoryReads reads, IStringLocalizer<Sentences> text,
        CancellationToken cancel)
    {
        Languages.Choose(Languages.Indonesian);
        var caller = http.User.ToCaller()!;
        if (!OfficeCode.TryParse(office, null, out var code) || !VisitId.TryParse(visit, null, out var id)
            || file is not ("riwayat.csv" or "riwayat.json") || await door.OpenAsync(caller, code, cancel) is not { } open
            || await reads.ReadAsync(open, id, caller, null, cancel) is not { } story)
            return Results.NotFound();

        var told = new StoryTable(open, story, text);
        var name = $"riwayat-{code}-{story.Visit.Ticket?.ToString() ?? "daring"}-{open.Zone.Day(story.Visit.ArrivedAt):yyyyMMdd}";
        return file == "riwayat.csv"
            ? Results.File(CsvFile.Of(told.Table), CsvFile.ContentType, $"{name}.csv")
            : Results.File(JsonSerializer.SerializeToUtf8Bytes(told.Document, Json), "application/json", $"{name}.json");
    }
}
