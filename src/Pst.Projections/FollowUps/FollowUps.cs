using Pst.EventStore;

namespace Pst.Projections;

/// <summary>What does the office do about what it was told, and is it in time?</summary>
public sealed class FollowUps(ProjectionTables tables, EventLog log)
{
    /// <summary>A row an action, for ever: an office has few.</summary>
    public static Projection<FollowUpRow> Projection { get; } = new(
        "follow_ups", version: 1,
        [
            typeof(FollowUpOpened), typeof(FollowUpAssigned), typeof(FollowUpRescheduled), typeof(FollowUpProgressed),
            typeof(FollowUpFinished), typeof(FollowUpDropped), typeof(FollowUpPublished), typeof(FollowUpUnpublished),
        ],
        FollowUpRow.After)
    {
        Columns =
        [
            Column.Of<FollowUpRow, bool>("underway", "boolean not null", it => it.Status == FollowUpStatus.Underway),
            Column.Of<FollowUpRow, DateOnly>("deadline", "date not null", it => it.Deadline),
            Column.Of<FollowUpRow, DateTimeOffset?>("published_at", "timestamptz", it => it.Published?.At),
        ],
        Indexes = ["(tenant_id, underway, deadline)", "(tenant_id, published_at) where published_at is not null"],
    };

    // What waits first, the longest overdue before the others; then what is over, the newest first.
    internal static string All(string table) => $"""
        select stream_id, document from {table} where tenant_id = $1
        order by underway desc, case when underway then deadline end, (document ->> 'Ended') desc, stream_id
        """;

    internal static string Public(string table) => $"""
        select stream_id, document from {table} where tenant_id = $1 and published_at is not null
        order by published_at desc, stream_id limit $2
        """;

    /// <summary>All actions: those underway by deadline, then those that are over, the newest first.</summary>
    public async Task<IReadOnlyList<FollowUpLine>> ListAsync(OfficeCode office, CancellationToken cancel) =>
        Lines(await tables.ReadAsync(Projection, office, it => Statement.Of(All(it)).With(office.Value), cancel));

    /// <summary>What the public reads, the newest first.</summary>
    public async Task<IReadOnlyList<FollowUpLine>> PublicAsync(OfficeCode office, int most, CancellationToken cancel) =>
        Lines(await tables.ReadAsync(Projection, office, it => Statement.Of(Public(it)).With(office.Value).With(most), cancel));

    /// <summary>The same actions as the log up to a position tells them; asked for again, they are the same for ever.</summary>
    public async Task<IReadOnlyList<FollowUpLine>> AtAsync(OfficeCode office, long position, CancellationToken cancel)
    {
        var known = await ListAsync(office, cancel);
        var events = await log.UpToAsync(office.Value, [.. known.Select(it => it.Id.Value)], position, cancel);
        return
        [
            .. events.GroupBy(it => it.Stream)
                .Select(it => new FollowUpLine(new(it.Key), it.Aggregate((FollowUpRow?)null, FollowUpRow.After)!))
                .OrderBy(it => it.Row.OpenedAt).ThenBy(it => it.Id.Value),
        ];
    }

    static IReadOnlyList<FollowUpLine> Lines(IReadOnlyList<(VisitId Stream, FollowUpRow Row)> rows) =>
        [.. rows.Select(it => new FollowUpLine(new(it.Stream.Value), it.Row))];
}

/// <summary>An action by its id.</summary>
public sealed record FollowUpLine(FollowUpId Id, FollowUpRow Row);
