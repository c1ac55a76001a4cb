using Pst.Domain;
using Pst.Web.Vault;
using Pst.Web.Writing;

namespace Pst.Web.Api;

/// <summary>
/// Writes what a command on a visit answers. First answer and replay are written alike, from the events and the vault, so they agree byte for byte.
/// </summary>
public sealed class VisitAnswers(OfficeMemory offices, VaultReads vault)
{
    public async Task<IResult> WriteAsync(HttpContext http, OfficeCode office, Done<VisitAnswer> done, CancellationToken cancel)
    {
        var answer = done.Answer;
        var zone = (await offices.FindAsync(office, cancel))!.Details.TimeZone;
        var texts = await vault.TextsAsync(office, [.. answer.Events.SelectMany(it => EventJson.Reasons(it.Data))], cancel);

        if (done.IsReplayed) http.Response.Headers[Answers.ReplayedHeader] = "true";
        return Results.Json(new
        {
            answer.Visit,
            answer.Version,
            Token = Token.Of(answer.Sequence),
            Events = answer.Events.Select(it => new { it.Version, it.Type, Data = EventJson.Of(it.Data, zone, texts), it.Occurred, it.Recorded }),
        }, ApiJson.In(zone));
    }
}
