using NpgsqlTypes;
using Pst.EventStore;

namespace Pst.Projections;

/// <summary>What became of a visit, and which visits were there?</summary>
public sealed class Visits(Streams streams, ProjectionTables tables, PromiseClocks clocks, Copies copies)
{
    /// <summary>A row a visit, for ever.</summary>
    public static Projection<VisitRow> Projection { get; } = new(
        "visits", version: 12,
        [
            typeof(Arrived), typeof(GuestbookSigned), typeof(IdHeld), typeof(LockerAssigned), typeof(Called), typeof(Skipped),
            typeof(Requeued), typeof(Transferred), typeof(Served), typeof(ServiceEnded), typeof(SteppedOut), typeof(CameBack),
            typeof(PublicationRead), typeof(CopiesMade), typeof(SoftcopyScanned),
            typeof(CatalogueSearched), typeof(SoftcopyRequested), typeof(SoftcopyDownloaded),
            typeof(Rated), typeof(LockerReleased), typeof(IdReturned),
            typeof(IdLost), typeof(IdHandedOver), typeof(BagLeft), typeof(LockerJammed), typeof(IncidentResolved),
            typeof(NoteTaken), typeof(CompensationOffered), typeof(CompensationGiven),
            typeof(Departed), typeof(EntryCorrected), typeof(Undone), typeof(Voided),
        ],
        VisitRow.After)
    {
        Columns =
        [
            Column.Of<VisitRow, DateTimeOffset>("arrived_at", "timestamptz not null", it => it.ArrivedAt),
            Column.Of<VisitRow, string>("status", "text not null", it => Words.Of(it.Status)),
            Column.Of<VisitRow, string>("tickets", "text not null", it => string.Join(' ', it.Tickets)),
            Column.Of<VisitRow, DateTimeOffset?>("signed_at", "timestamptz", it => it.SignedAt),
            Column.Of<VisitRow, DateTimeOffset?>("served_at", "timestamptz", it => it.ServedAt),
            Column.Of<VisitRow, DateTimeOffset?>("called_at", "timestamptz", it => it.CalledAt),
            Column.Of<VisitRow, bool>("precedes", "boolean not null", it => it.Precedes),
            Column.Of<VisitRow, DateTimeOffset>(
                "over_at", "timestamptz not null default 'infinity'", it => it.OverAt ?? DateTimeOffset.MaxValue),
            Column.Of<VisitRow, bool>("stays", "boolean not null default false", it => it.Stays),
            Column.Of<VisitRow, Guid?>("visitor", "uuid", it => it.Signed?.VisitorId.Value),
            Column.Position<VisitRow>(),
        ],
        Indexes =
        [
            "(tenant_id, arrived_at, stream_id)", "(tenant_id, signed_at)", "(tenant_id, called_at)", "(tenant_id, over_at) where stays",
            "(tenant_id, visitor, arrived_at)",
        ],
        HasDays = true,
        Moments = it => it.SignedAt is { } signed ? [it.ArrivedAt, signed] : [it.ArrivedAt],
    };

    internal static string Arrived(string table) => $"""
        select stream_id, document from {table}
        where tenant_id = $1 and arrived_at >= $2 and arrived_at < $3
            and ($4 is null or status = $4) and ($5 is null or $5 = any (string_to_array(tickets, ' ')))
            and (arrived_at, stream_id) < ($6, $7)
        order by arrived_at desc, stream_id desc limit $8
        """;

    internal static string Between(string table) => $"""
        select stream_id, document from {table} where tenant_id = $1 and arrived_at >= $2 and arrived_at < $3 order by arrived_at, stream_id
        """;

    /// <summary>One visit from its own stream, so always the newest; null where there is none, or none as yet at that moment.</summary>
    public async Task<VisitView?> FindAsync(
        OfficeCode office, OfficeState settings, VisitId visit, VisitMoment moment, DateTimeOffset now, CancellationToken cancel)
    {
        var events = await streams.ReadAsync(office.Value, visit.Value, cancel);
        if (events.Where(moment.Includes).Standing().Aggregate((VisitRow?)null, VisitRow.After) is not { } row) return null;
        return (await ShowAsync(office, settings, [(visit, row)], moment.Until, moment.Until ?? now, cancel)).Single();
    }

    /// <summary>The visits that a filter lets through, the last arrived first.</summary>
    public async Task<VisitPage> ListAsync(
        OfficeCode office, OfficeState settings, VisitFilter filter, DateTimeOffset now, CancellationToken cancel)
    {
        var kept = new List<VisitView>();
        for (var after = filter.After ?? VisitCursor.First; ;)
        {
            var rows = await ReadAsync(office, settings.Details.TimeZone, filter, after, cancel);
            foreach (var view in await ShowAsync(office, settings, rows, null, now, cancel))
            {
                if (filter.Sla is { } verdict && view.Sla != verdict) continue;
                if (kept.Count == filter.Limit) return new(kept, VisitCursor.Of(kept[^1]));
                kept.Add(view);
            }
            if (rows.Count <= filter.Limit) return new(kept, null);
            after = VisitCursor.Of(rows[^1].Visit, rows[^1].Row);
        }
    }

    /// <summary>All that arrived on some local days, both included, each with its promise as it runs; the first arrived first.</summary>
    internal async Task<IReadOnlyList<VisitFact>> BetweenAsync(
        OfficeCode office, Zone zone, DateOnly from, DateOnly to, CancellationToken cancel)
    {
        var rows = await tables.ReadAsync(
            Projection, office,
            table => Statement.Of(Between(table)).With(office.Value).With(zone.StartOf(from)).With(zone.EndOf(to)), cancel);
        var promises = await clocks.SetAsync(office, zone, [.. rows.Select(it => (it.Row.Signed?.Promise, it.Row.SignedAt))], cancel);
        return [.. rows.Select((it, index) => VisitFact.Of(it.Visit, it.Row, promises[index], zone))];
    }

    async Task<IReadOnlyList<VisitView>> ShowAsync(
        OfficeCode office, OfficeState settings, IReadOnlyList<(VisitId Visit, VisitRow Row)> visits,
        DateTimeOffset? until, DateTimeOffset now, CancellationToken cancel)
    {
        var promises = await clocks.SetAsync(
            office, settings.Details.TimeZone, [.. visits.Select(it => (it.Row.Signed?.Promise, it.Row.SignedAt))], cancel);
        var sheets = await copies.OfAsync(office, settings, visits, until, cancel);
        return [.. visits.Select((it, index) => VisitView.Of(it.Visit, it.Row, promises[index], sheets[index], now))];
    }

    // One more than is shown, to know whether there is more.
    Task<IReadOnlyList<(VisitId Visit, VisitRow Row)>> ReadAsync(
        OfficeCode office, Zone zone, VisitFilter filter, VisitCursor after, CancellationToken cancel) =>
        tables.ReadAsync(
            Projection, office,
            table => Statement.Of(Arrived(table)).With(office.Value)
                .With(zone.StartOf(filter.From)).With(zone.EndOf(filter.To))
                .With(filter.Status is { } status ? Words.Of(status) : null, NpgsqlDbType.Text)
                .With(filter.Ticket?.ToString(), NpgsqlDbType.Text)
                .With(after.ArrivedAt).With(after.Visit.Value).With(filter.Limit + 1), cancel);
}
