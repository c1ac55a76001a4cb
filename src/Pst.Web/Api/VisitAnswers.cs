using System.Text.Json.Nodes;
using Pst.Domain;
using Pst.Web.Vault;
using Pst.Web.Writing;

namespace Pst.Web.Api;

/// <summary>
/// Writes what a command on a visit answers. First answer and replay are written alike, from the events and the vault, so they agree byte
/// for byte.
/// </summary>
public sealed class VisitAnswers(OfficeMemory offices, OpenWords words)
{
    public async Task<IResult> WriteAsync(HttpContext http, OfficeCode office, Done<VisitAnswer> done, CancellationToken cancel)
    {
        var answer = done.Answer;
        var zone = (await offices.FindAsync(office, cancel))!.Details.TimeZone;
        var texts = await words.BackToWriterAsync(office, [.. answer.Events.SelectMany(it => EventJson.Reasons(it.Data))], cancel);

        if (done.IsReplayed) http.Response.Headers[Answers.ReplayedHeader] = "true";
        var events = answer.Events.Select(it =>
            new EventAnswer(it.Version, it.Type, EventJson.Of(it.Data, zone, texts), it.Occurred, it.Recorded));
        return Results.Json(new CommandAnswer(answer.Visit, answer.Version, Token.Of(answer.Sequence), [.. events]), ApiJson.In(zone));
    }
}

/// <summary>What a command on a visit brought about.</summary>
public sealed record CommandAnswer(VisitId Visit, long Version, string Token, IReadOnlyList<EventAnswer> Events);

/// <param name="Type">Its stored alias.</param>
public sealed record EventAnswer(long Version, string Type, JsonObject Data, DateTimeOffset Occurred, DateTimeOffset Recorded);
