using Pst.Domain;
using Pst.EventStore;
using Pst.Projections;
using Pst.Web.Access;
using Pst.Web.Vault;

namespace Pst.Web.Api;

/// <summary>What is asked about visits: one, its events, and lists.</summary>
public sealed class VisitQueries(OfficeQuery office, Visits visits, Streams streams, LogPositions positions, VisitorFile file)
{
    internal const int MostItems = 500;
    const int UsualItems = 50;

    static readonly string[] Reads = [Visits.Projection.Name, Copies.Projection.Name];

    public Task<IResult> OneAsync(HttpContext http, string code, string visitId, CancellationToken cancel) =>
        office.OfOneAsync<VisitId, VisitMoment>(
            http, code, nameof(visitId), visitId, Act.SeeVisits, Reads, Moment, async (asked, visit, moment) =>
                await visits.FindAsync(asked.Office, asked.Settings, visit, moment, asked.Now, cancel) is { } found
                    ? (await ShownAsync(asked, [found], cancel)).Single()
                    : null, cancel);

    public Task<IResult> ListAsync(HttpContext http, string code, CancellationToken cancel) =>
        office.AnswerAsync(http, code, Act.SeeVisits, Reads, Filter, async (asked, filter) =>
        {
            var page = await visits.ListAsync(asked.Office, asked.Settings, filter, asked.Now, cancel);
            return new VisitList(await ShownAsync(asked, page.Items, cancel), page.Next?.ToString());
        }, cancel);

    public Task<IResult> EventsAsync(HttpContext http, string code, string visitId, CancellationToken cancel) =>
        office.OfOneAsync<VisitId, bool>(
            http, code, nameof(visitId), visitId, Act.SeeEvents, Reads, _ => true,
            (asked, visit, _) => EventsAsync(asked, visit, cancel), cancel);

    async Task<object?> EventsAsync(Asked asked, VisitId visit, CancellationToken cancel)
    {
        var events = await streams.ReadAsync(asked.Office.Value, visit.Value, cancel);
        if (events is not [{ Data: VisitEvent }, ..]) return null;

        var texts = await file.OpenTextsAsync(
            asked.Office, [.. events.SelectMany(it => EventJson.Reasons(it.Data))], ReadPurpose.OnScreen(Seen.Reasons, asked.Caller.Role),
            asked.Caller, cancel);
        var places = await positions.OfAsync([.. events.Select(it => it.Sequence)], cancel);
        var hidesRating = !asked.Caller.Role.SeesRatingsEarly() && !events.Standing().Any(it => it.Data is Departed);
        return events.Select(it => RecordedEvent.Of(
            it, places.TryGetValue(it.Sequence, out var position) ? position : null,
            hidesRating && it.Data is Rated ? [] : EventJson.Of(it.Data, asked.Settings.Details.TimeZone, texts))).ToList();
    }

    // What the visitor thinks of the office is not for those who still serve them; a card's last characters are for those who hold it.
    async Task<IReadOnlyList<VisitView>> ShownAsync(Asked asked, IReadOnlyList<VisitView> found, CancellationToken cancel)
    {
        var role = asked.Caller.Role;
        var tails = role.May(Act.SeeCustody)
            ? await file.TailsAsync(asked.Office, [.. found.Select(it => it.IdHeld?.Commitment).OfType<string>()], asked.Caller, cancel)
            : [];
        var incidents = role.May(Act.SeeCustody)
            ? (await file.ToldAsync(asked.Office, [.. found.SelectMany(it => it.Incidents)], asked.Caller, cancel)).ToLookup(it => it.Visit)
            : found.SelectMany(it => it.Incidents).ToLookup(it => it.Visit);
        return
        [
            .. found.Select(it => it with
            {
                IdHeld = it.IdHeld is { } held ? held with { Tail = tails.GetValueOrDefault(held.Commitment) } : null,
                Incidents = [.. incidents[it.Id]],
                Rating = it.Status is VisitStatus.Departed or VisitStatus.Voided || role.SeesRatingsEarly() ? it.Rating : null,
            }),
        ];
    }

    internal static VisitMoment Moment(Fields query) =>
        new(query.OptionalInt("version", 1, int.MaxValue), query.OptionalInstant("asOf"), query.OptionalInstant("seenAt"));

    static VisitFilter Filter(Fields query) =>
        new(query.OptionalDate("from"), query.OptionalDate("to"), query.OptionalWord<VisitStatus>("status"),
            query.OptionalWord<Verdict>("sla"), query.OptionalParsed<Ticket>("q"),
            query.OptionalInt("limit", 1, MostItems) ?? UsualItems, query.OptionalParsed<VisitCursor>("cursor"));
}

/// <param name="Next">Where the next page begins; null at the end.</param>
public sealed record VisitList(IReadOnlyList<VisitView> Items, string? Next);
