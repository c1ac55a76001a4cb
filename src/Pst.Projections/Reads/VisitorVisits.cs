using Pst.EventStore;

namespace Pst.Projections;

/// <summary>Which visits did a visitor sign? It is told from the events, so also of those whose data was erased.</summary>
public sealed class VisitorVisits(ProjectionTables tables)
{
    internal static string Named(string table) => $"""
        select visitor, stream_id, tickets, arrived_at from {table} where tenant_id = $1 and visitor = any ($2)
        order by arrived_at desc, stream_id
        """;

    internal static string Before(string table) => $"""
        select distinct on (visitor) visitor, stream_id, tickets, arrived_at from {table}
        where tenant_id = $1 and visitor is not null and arrived_at < $2 order by visitor, arrived_at desc, stream_id
        """;

    /// <summary>Those of some visitors, the newest first.</summary>
    public async Task<ILookup<VisitorId, VisitorVisit>> OfAsync(
        OfficeCode office, IReadOnlyCollection<VisitorId> visitors, CancellationToken cancel)
    {
        if (visitors.Count == 0) return Array.Empty<VisitorVisit>().ToLookup(it => it.Visitor);
        Guid[] ids = [.. visitors.Select(it => it.Value).Distinct()];
        return (await ReadAsync(office, it => Statement.Of(Named(it)).With(office.Value).With(ids), cancel)).ToLookup(it => it.Visitor);
    }

    /// <summary>Everybody who had arrived and signed before a moment, each with the last visit before it.</summary>
    public Task<IReadOnlyList<VisitorVisit>> BeforeAsync(OfficeCode office, DateTimeOffset until, CancellationToken cancel) =>
        ReadAsync(office, it => Statement.Of(Before(it)).With(office.Value).With(until.ToUniversalTime()), cancel);

    /// <summary>All records of the person who has this one.</summary>
    public async Task<IReadOnlyCollection<VisitorId>> RecordsAsync(OfficeCode office, VisitorId record, CancellationToken cancel) =>
        [.. (await tables.PersonsAsync(office, cancel)).RecordsOf(record)];

    Task<IReadOnlyList<VisitorVisit>> ReadAsync(
        OfficeCode office, Func<string, Npgsql.NpgsqlBatchCommand> query, CancellationToken cancel) =>
        tables.ReadAsync(
            Visits.Projection, office, query,
            row => new VisitorVisit(
                new(row.GetGuid(0)), new(row.GetGuid(1)), row.GetString(2).Split(' ')[^1], row.GetFieldValue<DateTimeOffset>(3)), cancel);
}

/// <summary>A visit by whose it is.</summary>
/// <param name="Ticket">The present one; empty online.</param>
public sealed record VisitorVisit(VisitorId Visitor, VisitId Visit, string Ticket, DateTimeOffset ArrivedAt);
