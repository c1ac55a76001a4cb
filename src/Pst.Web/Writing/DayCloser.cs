using System.Diagnostics;
using System.Text.Json;
using Pst.Domain;
using Pst.EventStore;
using Pst.Projections;
using Pst.Web.Access;
using Pst.Web.Hosting;
using Pst.Web.Vault;

namespace Pst.Web.Writing;

/// <summary>
/// The end of a day, in one transaction: whoever arrived by then, is still open and left nothing is let go with an unknown end; a card or a
/// bag keeps its visit open.
/// </summary>
public sealed class DayCloser(PstDatabase database, Streams streams, OfficeMemory offices, TimeProvider clock, Sequencer sequencer)
{
    /// <exception cref="StoreBusyException">Nothing is stored; it may be sent again.</exception>
    public Task<Outcome<DayAnswer>> CloseAsync(DayRequest request, CancellationToken cancel) =>
        Attempts.UntilAppendedAsync(() => TryAsync(request, cancel));

    async Task<Outcome<DayAnswer>> TryAsync(DayRequest request, CancellationToken cancel)
    {
        var (office, now) = (request.Office, clock.GetUtcNow().WholeMicroseconds());
        var visits = await OpenVisitsAsync(request, cancel);
        var (lockOffice, state) = offices.Lock(office);
        await using var open = await streams.BeginAsync(
            new(office.Value, request.Id.Value, [office.StreamId, .. visits.Select(it => it.Value)]) { Lock = lockOffice }, cancel);

        if (state() is not { } settings) return new OfficeNotFound<DayAnswer>();
        if (open.Earlier is { } earlier) return await ReplayAsync(earlier, request, open[office.StreamId], cancel);
        var settled = visits.Select(it => Settle(it, open[it.Value], settings, now)).OfType<Settled>().ToList();
        var facts = new OfficeFacts(settings.Hours.LocalDay(now), true, []) { Kept = [.. settled.SelectMany(it => it.Kept)] };
        return OfficeDecider.Decide(new OfficeCommand.CloseDay(request.Day, request.Counted), settings, facts) switch
        {
            Refused<OfficeEvent>(var reason) => reason,
            Mistaken<OfficeEvent>(var field) => field,
            Accepted<OfficeEvent>(var events) => await AppendAsync(open, request, settings, events, settled, now, cancel),
            _ => throw new UnreachableException(),
        };
    }

    async Task<Outcome<DayAnswer>> AppendAsync(
        StreamTransaction open, DayRequest request, OfficeState settings, IReadOnlyList<OfficeEvent> closed, IReadOnlyList<Settled> visits,
        DateTimeOffset now, CancellationToken cancel)
    {
        var office = request.Office;
        var settled = visits.ToLookup(it => it.Departure is not null);
        var outcome = new SettledVisits([.. settled[true].Select(it => it.Visit)], [.. settled[false].Select(it => it.Visit)]);
        var appended = await open.AppendAsync(
            new(
            [
                .. OfficeStream.Append(office, closed, request.Caller.Envelope(request.Id, now)),
                .. settled[true].Select(it => new StreamAppend(
                    it.Visit.Value, [new(it.Departure!, request.Caller.Envelope(request.Id, it.At))])),
            ])
            {
                Guards =
                [
                    .. OfficeStream.Guards(office, settings, open[office.StreamId].Version, closed),
                    .. settled[true].SelectMany(it => GuardSql.Of(new GuardChange.VisitClosed(), office, it.Visit)),
                    .. closed.Count == 0 ? [] : request.Entries.SelectMany(it => VaultSql.Of(it, office)),
                ],
                Receipt = new(request.Id.Digest, JsonSerializer.Serialize(outcome, StoredJson.Options)),
            }, cancel);
        sequencer.Wake();
        return new Done<DayAnswer>(new(outcome, appended.Streams is [.., var last] ? last.Sequence : 0));
    }

    // The last event of the append was the last visit's departure, or else the day's own.
    async Task<Outcome<DayAnswer>> ReplayAsync(RecordedCommand earlier, DayRequest request, StreamHistory office, CancellationToken cancel)
    {
        if (!earlier.Digest.AsSpan().SequenceEqual(request.Id.Digest)) return new IdReused<DayAnswer>();
        var outcome = JsonSerializer.Deserialize<SettledVisits>(earlier.Answer!, StoredJson.Options)!;
        var last = outcome.Departed is [.., var visit]
            ? (await streams.ReadAsync(request.Office.Value, visit.Value, cancel))
                .Single(it => it.Data is Departed && it.Envelope.Causation == request.Id.Value.ToString())
            : office.Events.FirstOrDefault(it => it.Stream == earlier.Stream && it.Version == earlier.LastVersion);
        return new Done<DayAnswer>(new(outcome, last?.Sequence ?? 0), IsReplayed: true);
    }

    /// <summary>Null for a visit that was ended since the list was made.</summary>
    internal static Settled? Settle(VisitId visit, StreamHistory stream, OfficeState office, DateTimeOffset now)
    {
        var at = OccurrenceRule.At(null, now, stream.Events[^1].Envelope.Occurred, TimeSpan.Zero).At;
        var facts = new VisitFacts(at, null, office.Hours, office.Local.RatingOpenHours, default);
        var (state, command) = (stream.Fold(), new VisitCommand.CloseUnended());
        return VisitDecider.Decide(command, state, facts) is Accepted<VisitEvent>(var events)
            && state is Visit.Begun { Stay.Custody: var kept }
            ? new(visit, events.SingleOrDefault(), at, [.. kept.Select(it => new KeptItem(visit, it.Key, it.Value.Card, it.Value.Locker))])
            : null;
    }

    async Task<IReadOnlyList<VisitId>> OpenVisitsAsync(DayRequest request, CancellationToken cancel)
    {
        var found = new List<VisitId>();
        var query = GuardQueries.OpenVisitsUntil(request.Office, request.Day, request.RecordedBefore, found);
        await using var rows = await OfficeReads.QueryAsync(database.App, request.Office, query.Command, cancel);
        await query.Read(rows, cancel);
        return found;
    }

    /// <param name="Departure">Null where a card or a bag keeps the visit open.</param>
    internal sealed record Settled(VisitId Visit, VisitEvent? Departure, DateTimeOffset At, IReadOnlyList<KeptItem> Kept);
}

/// <summary>The closing of a day.</summary>
/// <param name="RecordedBefore">Only visits that were recorded before this moment; null for all.</param>
public sealed record DayRequest(OfficeCode Office, DateOnly Day, Caller Caller, CommandId Id, DateTimeOffset? RecordedBefore = null)
{
    /// <summary>What a person found; null where nobody looked.</summary>
    public DrawerCount? Counted { get; init; }

    /// <summary>What the vault keeps with it: the explanation.</summary>
    public IReadOnlyList<VaultEntry> Entries { get; init; } = [];
}

/// <summary>Who was let go, and who stays open for a card or a bag.</summary>
public sealed record SettledVisits(ValueList<VisitId> Departed, ValueList<VisitId> StillOpen);

/// <param name="Sequence">Of the last event; 0 where nothing was left to settle.</param>
public sealed record DayAnswer(SettledVisits Visits, long Sequence);
