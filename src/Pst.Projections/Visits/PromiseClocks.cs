using System.Diagnostics.CodeAnalysis;
using Npgsql;
using Pst.EventStore;

namespace Pst.Projections;

/// <summary>Sets the clocks of promises that begin with the visitor before. Other promises carry theirs, and cost nothing here.</summary>
public sealed class PromiseClocks(ProjectionTables tables)
{
    // As many rows as were asked for, in their order.
    internal static string Before(string table) => $"""
        select before.found, before.served_at
        from unnest($2::timestamptz[], $3::timestamptz[]) with ordinality as signed (at, day, place)
        left join lateral (
            select true as found, served_at from {table}
            where tenant_id = $1 and precedes and signed_at >= signed.day and signed_at < signed.at
            order by signed_at desc, stream_id desc limit 1) before on true
        order by signed.place
        """;

    /// <summary>The promises in their order, each as it runs.</summary>
    internal async Task<IReadOnlyList<Promise?>> SetAsync(
        OfficeCode office, Zone zone, IReadOnlyList<(Promise? Promise, DateTimeOffset? SignedAt)> signed, CancellationToken cancel)
    {
        var waiting = signed.Where(it => Waits(it.Promise)).ToList();
        if (waiting.Count == 0) return [.. signed.Select(it => it.Promise)];

        var before = new Queue<VisitorBefore>(await FindAsync(office, zone, waiting.ConvertAll(it => it.SignedAt!.Value), cancel));
        return [.. signed.Select(it => Waits(it.Promise) ? it.Promise.After(before.Dequeue()) : it.Promise)];
    }

    /// <summary>Who signed before a visitor whose promise waits for that one; nobody where it does not.</summary>
    public async Task<VisitorBefore> BeforeAsync(
        OfficeCode office, Zone zone, Promise? promise, DateTimeOffset signedAt, CancellationToken cancel) =>
        Waits(promise) ? (await FindAsync(office, zone, [signedAt], cancel))[0] : VisitorBefore.None;

    async Task<IReadOnlyList<VisitorBefore>> FindAsync(
        OfficeCode office, Zone zone, List<DateTimeOffset> signed, CancellationToken cancel)
    {
        var times = signed.ConvertAll(it => it.ToUniversalTime());
        var days = times.ConvertAll(it => zone.StartOf(zone.Day(it)));
        return await tables.ReadAsync(
            Visits.Projection, office,
            table => Statement.Of(Before(table)).With(office.Value).With(times.ToArray()).With(days.ToArray()), Read, cancel);
    }

    static bool Waits([NotNullWhen(true)] Promise? promise) => promise?.Kind == CompletionKind.AfterPreviousVisitor;

    static VisitorBefore Read(NpgsqlDataReader row) =>
        row.IsDBNull(0) ? VisitorBefore.None : new(true, row.IsDBNull(1) ? null : row.GetFieldValue<DateTimeOffset>(1));
}
