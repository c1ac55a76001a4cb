using Npgsql;
using NpgsqlTypes;
using Pst.EventStore;

namespace Pst.Projections;

/// <summary>
/// In which visits did this happen? It costs by the visits of the days that are asked for: each one's steps are a stretch of one index. So
/// nothing is kept for it, and nothing that was taken back is missing. See docs/decisions/0027-search-and-own-data.md.
/// </summary>
public sealed class HistorySearch(ProjectionTables tables, PromiseClocks clocks, NpgsqlDataSource worker)
{
    /// <summary>How many visits are looked at for one page, at most, where steps are sought.</summary>
    internal const int Budget = 20_000;

    // Verdicts are judged here and not in the table: so many visits at once, and so often.
    const int Batch = 500, Rounds = 20;

    readonly OfficeZones zones = new(worker);

    static string Looked(string table) => $$"""
        select o.code, v.stream_id, v.arrived_at
        from unnest($1::text[], $2::timestamptz[], $3::timestamptz[]) as o (code, first, past)
        cross join lateral (
            select stream_id, arrived_at from {{table}}
            where tenant_id = o.code and arrived_at >= o.first and arrived_at < o.past and (arrived_at, stream_id) < ($4, $5)
                and ($6::text is null or $6 = any (string_to_array(tickets, ' ')))
                and ($7::int is null or (document #>> '{Arrived,Channel}')::int = $7)
            order by arrived_at desc, stream_id desc limit $8) v
        order by v.arrived_at desc, v.stream_id desc limit $8
        """;

    internal static string Listed(string table) => $"""
        select l.code, l.stream_id, t.document, array[]::bigint[]
        from ({Looked(table)}) l join {table} t on t.tenant_id = l.code and t.stream_id = l.stream_id
        order by l.arrived_at desc, l.stream_id desc
        """;

    internal static string WithSteps(string table) => $"""
        select l.code, l.stream_id, t.document, s.steps
        from ({Looked(table)}) l
        cross join lateral (
            select array_agg(e.version order by e.version) from pst.mt_events e
            where e.tenant_id = l.code and e.stream_id = l.stream_id and {StepFilter.Holds(10)}) s (steps)
        join {table} t on t.tenant_id = l.code and t.stream_id = l.stream_id
        where s.steps is not null
        order by l.arrived_at desc, l.stream_id desc limit $9
        """;

    static string LastLooked(string table) => $"select arrived_at, stream_id from ({Looked(table)}) l offset $8 - 1";

    /// <summary>The visits of one office, as a request reads them.</summary>
    /// <param name="after">Where the page before ended; null for the first.</param>
    /// <param name="most">Hits a page.</param>
    public Task<HistoryPage> OfAsync(
        OfficeCode office, Zone zone, HistoryFilter filter, VisitCursor? after, int most, DateTimeOffset now, CancellationToken cancel) =>
        SearchAsync(new([office], _ => zone, tables.Within(office)), filter, after, most, now, cancel);

    /// <summary>The visits of all these offices; whoever asks must be somebody without an office.</summary>
    public async Task<HistoryPage> NationalAsync(
        IReadOnlyCollection<OfficeCode> offices, HistoryFilter filter, VisitCursor? after, int most, DateTimeOffset now,
        CancellationToken cancel)
    {
        await zones.KnowAsync(offices.Select(it => it.Value), cancel);
        return await SearchAsync(
            new([.. offices], it => zones[it.Value], NationalSums.Rows(worker)), filter, after, most, now, cancel);
    }

    async Task<HistoryPage> SearchAsync(
        Scope scope, HistoryFilter filter, VisitCursor? after, int most, DateTimeOffset now, CancellationToken cancel)
    {
        var hits = new List<HistoryHit>();
        var (at, batch) = (after ?? VisitCursor.First, filter.Sla is null ? most + 1 : Batch);
        for (var round = 0; round < Rounds; round++)
        {
            var (found, last) = await FindAsync(scope, filter, at, batch, cancel);
            foreach (var hit in await JudgedAsync(scope, found, cancel))
            {
                if (filter.Sla is { } verdict && hit.Visit.VerdictAt(now) != verdict) continue;
                if (hits.Count == most) return new(hits, CursorOf(hits[^1]), IsCut: false);
                hits.Add(hit);
            }
            if (found.Count < batch) return new(hits, last, IsCut: last is not null);
            at = CursorOf(found[^1]);
        }
        return new(hits, at, IsCut: true);
    }

    /// <summary>The next hits and, where there are less than were wanted, where looking ended before the days did.</summary>
    Task<(List<Found> Found, VisitCursor? Last)> FindAsync(
        Scope scope, HistoryFilter filter, VisitCursor at, int batch, CancellationToken cancel) =>
        tables.FromAsync<(List<Found>, VisitCursor?)>(Visits.Projection, async table =>
        {
            var found = new List<Found>();
            if (filter.Step is not { } step)
            {
                await scope.Rows(Asked(Listed(table), scope, filter, at, batch), row => found.Add(Found.Read(row)), cancel);
                return (found, null);
            }
            var query = step.With(Asked(WithSteps(table), scope, filter, at, Budget).With(batch));
            await scope.Rows(query, row => found.Add(Found.Read(row)), cancel);
            VisitCursor? last = null;
            if (found.Count < batch)
                await scope.Rows(
                    Asked(LastLooked(table), scope, filter, at, Budget),
                    row => last = new(row.GetFieldValue<DateTimeOffset>(0), new(row.GetGuid(1))), cancel);
            return (found, last);
        }, cancel);

    static NpgsqlBatchCommand Asked(string sql, Scope scope, HistoryFilter filter, VisitCursor at, int looked) =>
        Statement.Of(sql).With<string[]>([.. scope.Offices.Select(it => it.Value)])
            .With<DateTimeOffset[]>([.. scope.Offices.Select(it => scope.ZoneOf(it).StartOf(filter.From))])
            .With<DateTimeOffset[]>([.. scope.Offices.Select(it => scope.ZoneOf(it).EndOf(filter.To))])
            .With(at.ArrivedAt).With(at.Visit.Value).With(filter.Ticket?.ToString(), NpgsqlDbType.Text)
            .With((int?)filter.Channel, NpgsqlDbType.Integer).With(looked);

    async Task<IReadOnlyList<HistoryHit>> JudgedAsync(Scope scope, List<Found> found, CancellationToken cancel)
    {
        var promises = new Dictionary<VisitId, Promise?>();
        foreach (var office in found.GroupBy(it => it.Office))
        {
            List<Found> visits = [.. office];
            var set = await clocks.SetAsync(
                office.Key, scope.ZoneOf(office.Key), [.. visits.Select(it => (it.Row.Signed?.Promise, it.Row.SignedAt))], cancel);
            foreach (var (visit, promise) in visits.Zip(set)) promises[visit.Visit] = promise;
        }
        return
        [
            .. found.Select(it => new HistoryHit(
                it.Office, VisitFact.Of(it.Visit, it.Row, promises[it.Visit], scope.ZoneOf(it.Office)), it.Steps)),
        ];
    }

    static VisitCursor CursorOf(HistoryHit hit) => VisitCursor.Of(hit.Visit.Visit, hit.Visit.Row);

    static VisitCursor CursorOf(Found found) => VisitCursor.Of(found.Visit, found.Row);

    /// <summary>Where is looked, and by whom.</summary>
    sealed record Scope(IReadOnlyList<OfficeCode> Offices, Func<OfficeCode, Zone> ZoneOf, RowQuery Rows);

    sealed record Found(OfficeCode Office, VisitId Visit, VisitRow Row, long[] Steps)
    {
        internal static Found Read(NpgsqlDataReader row) => new(
            new(row.GetString(0)), new(row.GetGuid(1)), RowJson.Read<VisitRow>(row.GetFieldValue<byte[]>(2)),
            row.GetFieldValue<long[]>(3));
    }
}
