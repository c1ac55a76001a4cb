using Npgsql;
using Pst.EventStore;

namespace Pst.Projections;

/// <summary>
/// All visits that some days' figures depend on: those that arrived on them and, for clocks that begin with the visitor before, those that
/// signed on the same day as one of them.
/// </summary>
/// <param name="query">Where the rows are read, in a transaction or as an office.</param>
/// <param name="zoneOf">Each office's.</param>
internal sealed class DayVisits(RowQuery query, string table, Func<string, Zone> zoneOf)
{
    // Who arrived on a day, and who only signed on it.
    internal static string OfDays(string table) => $"""
        select k.place, v.stream_id, v.document, v.position
        from unnest($1::text[], $2::timestamptz[]) with ordinality as k (tenant_id, start, place)
        cross join lateral (
            select stream_id, document, position from {table}
            where tenant_id = k.tenant_id and arrived_at >= k.start and arrived_at < k.start + interval '24 hours'
            union all
            select stream_id, document, position from {table}
            where tenant_id = k.tenant_id and signed_at >= k.start and signed_at < k.start + interval '24 hours' and arrived_at < k.start) v
        """;

    readonly Dictionary<DayKey, List<DayVisit>> days = [];

    /// <summary>Reads what is not there yet.</summary>
    internal async Task LoadAsync(IEnumerable<DayKey> wanted, CancellationToken cancel)
    {
        var missing = await ReadAsync(wanted, cancel);
        var signedElsewhere = missing.SelectMany(
            key => days[key].Where(it => it.WaitsForAnother).Select(it => key with { Day = it.SignedOn(zoneOf(key.Tenant))!.Value }));
        await ReadAsync(signedElsewhere.ToHashSet(), cancel);
    }

    /// <summary>Every visit that was read, once.</summary>
    internal IEnumerable<(string Tenant, DayVisit Visit)> All =>
        days.SelectMany(it => it.Value.Select(visit => (it.Key.Tenant, visit))).DistinctBy(it => (it.Tenant, it.visit.Visit));

    /// <summary>Puts visits as they were earlier in the place of what they are; null is one that was not there yet.</summary>
    internal void Replace(string tenant, IReadOnlyDictionary<VisitId, VisitRow?> earlier)
    {
        foreach (var (key, visits) in days.Where(it => it.Key.Tenant == tenant))
            days[key] =
            [
                .. visits.Where(it => !earlier.TryGetValue(it.Visit, out var row) || row is not null)
                    .Select(it => it with { Row = earlier.GetValueOrDefault(it.Visit) ?? it.Row }),
            ];
    }

    /// <summary>The facts of who arrived on a day, the first first; and the last position that they depend on.</summary>
    internal (IReadOnlyList<VisitFact> Facts, long Position) Of(DayKey key)
    {
        var zone = zoneOf(key.Tenant);
        var arrived = days[key].Where(it => zone.Day(it.Row.ArrivedAt) == key.Day)
            .OrderBy(it => it.Row.ArrivedAt).ThenBy(it => it.Visit.Value);
        var signing = days[key].Where(it => it.WaitsForAnother)
            .Select(it => key with { Day = it.SignedOn(zone)!.Value }).Append(key).ToHashSet();
        var clocks = new ClocksInMemory(signing.SelectMany(it => days[it]).Select(it => (it.Visit, it.Row)), zone);
        return (
            [.. arrived.Select(it => VisitFact.Of(it.Visit, it.Row, clocks.Of(it.Row.Signed?.Promise, it.Row.SignedAt), zone))],
            signing.SelectMany(it => days[it]).Select(it => it.Position).DefaultIfEmpty().Max());
    }

    async Task<IReadOnlyCollection<DayKey>> ReadAsync(IEnumerable<DayKey> wanted, CancellationToken cancel)
    {
        List<DayKey> missing = [.. wanted.Where(it => !days.ContainsKey(it))];
        if (missing.Count == 0) return missing;
        foreach (var key in missing) days.Add(key, []);
        var command = Statement.Of(OfDays(table)).With<string[]>([.. missing.Select(it => it.Tenant)])
            .With<DateTimeOffset[]>([.. missing.Select(it => zoneOf(it.Tenant).StartOf(it.Day))]);
        await query(command, row => days[missing[(int)row.GetInt64(0) - 1]].Add(DayVisit.Read(row)), cancel);
        return missing;
    }
}

/// <summary>Runs a query and gives each of its rows to whoever asked.</summary>
internal delegate Task RowQuery(NpgsqlBatchCommand command, Action<NpgsqlDataReader> row, CancellationToken cancel);

/// <param name="Position">Of the last event that is in the row.</param>
internal sealed record DayVisit(VisitId Visit, VisitRow Row, long Position)
{
    internal bool WaitsForAnother => Row.Signed?.Promise?.Kind == CompletionKind.AfterPreviousVisitor;

    internal static DayVisit Read(NpgsqlDataReader row) =>
        new(new(row.GetGuid(1)), RowJson.Read<VisitRow>(row.GetFieldValue<byte[]>(2)), row.GetInt64(3));

    internal DateOnly? SignedOn(Zone zone) => Row.SignedAt is { } signed ? zone.Day(signed) : null;
}
