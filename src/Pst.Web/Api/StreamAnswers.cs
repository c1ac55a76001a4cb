using Pst.Domain;
using Pst.EventStore;
using Pst.Web.Vault;
using Pst.Web.Writing;

namespace Pst.Web.Api;

/// <summary>
/// Writes what a command on a small stream answers, and such a stream's events. First answer and replay are written alike, so they agree
/// byte for byte.
/// </summary>
public sealed class StreamAnswers(OfficeMemory offices, OpenWords words, LogPositions positions)
{
    /// <param name="tell">The whole answer of what every command answers.</param>
    public async Task<IResult> WriteAsync(
        HttpContext http, OfficeCode office, Outcome<StreamAnswer> outcome, Func<StreamTold, object> tell, CancellationToken cancel)
    {
        if (outcome is not Done<StreamAnswer>(var answer, var isReplayed)) return Answers.No(outcome);
        var zone = (await offices.FindAsync(office, cancel))!.Details.TimeZone;
        var texts = await words.BackToWriterAsync(office, [.. answer.Events.SelectMany(it => StreamJson.Texts(it.Data))], cancel);

        if (isReplayed) http.Response.Headers[Answers.ReplayedHeader] = "true";
        var events = answer.Events.Select(it =>
            new EventAnswer(it.Version, it.Type, StreamJson.Of(it.Data, zone, texts), it.Occurred, it.Recorded));
        return Results.Json(tell(new(answer.Version, Token.Of(answer.Sequence), [.. events], answer)), ApiJson.In(zone));
    }

    /// <summary>All that happened in a stream.</summary>
    /// <param name="texts">What may be read of what was written, by reference.</param>
    public async Task<IReadOnlyList<RecordedEvent>> ListAsync(
        IReadOnlyList<StoredEvent> events, IReadOnlyDictionary<Guid, string> texts, Zone zone, CancellationToken cancel)
    {
        var places = await positions.OfAsync([.. events.Select(it => it.Sequence)], cancel);
        return
        [
            .. events.Select(it => RecordedEvent.Of(
                it, places.TryGetValue(it.Sequence, out var position) ? position : null, StreamJson.Of(it.Data, zone, texts))),
        ];
    }
}

/// <summary>What every command on a small stream answers.</summary>
/// <param name="Answer">The same before it was written.</param>
public sealed record StreamTold(long Version, string Token, IReadOnlyList<EventAnswer> Events, StreamAnswer Answer);
