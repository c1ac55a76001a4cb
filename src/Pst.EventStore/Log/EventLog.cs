using Npgsql;

namespace Pst.EventStore;

/// <summary>The log of all offices by position. Nothing ever appears behind a position that was read.</summary>
public sealed class EventLog(NpgsqlDataSource worker, EventTypes types)
{
    const string Head = "select coalesce(max(position), 0) from pst.log_leaf";

    // What is left out is named, not what is wanted: an event that nobody knows is in neither list and comes through.
    // The events of neighbouring positions are neighbours themselves, but for a few: one stretch of the index is read,
    // not a place for each.
    const string Page = $"""
        with page as materialized (select position, seq_id from pst.log_leaf where position > $1 and position <= $1 + $2)
        select l.position, {EventRow.Columns}
        from page l join pst.mt_events e on e.seq_id = l.seq_id
        where e.seq_id between (select min(seq_id) from page) and (select max(seq_id) from page) and e.type not in (select unnest($3))
        """;

    const string OfficePage = $"""
        select l.position, {EventRow.Columns}
        from pst.log_leaf l join pst.mt_events e on e.seq_id = l.seq_id
        where l.position > $1 and e.tenant_id = $3
        order by l.position limit $2
        """;

    const string OfStream = $"""
        select {EventRow.Columns} from pst.mt_events e
        where e.tenant_id = $1 and e.stream_id = $2 and e.version <= $3 and e.type <> all ($4) order by e.version
        """;

    const string UpTo = $"""
        select {EventRow.Columns} from pst.mt_events e join pst.log_leaf l on l.seq_id = e.seq_id
        where e.tenant_id = $1 and e.stream_id = any ($2) and l.position <= $3 order by e.stream_id, e.version
        """;

    // As a request would ask: the rows of other offices are not there.
    const string EnterOffice = "select set_config('role', 'pst_app', true), set_config('pst.office', $1, true)";

    const string Recorded = "select e.timestamp from pst.log_leaf l join pst.mt_events e on e.seq_id = l.seq_id where l.position = $1";

    /// <summary>The entries after a position.</summary>
    /// <param name="after">The last position seen, 0 for none.</param>
    /// <param name="limit">How many positions to look at, at most.</param>
    /// <param name="aliases">The types wanted, null for all. A type that nobody knows is never left out.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="UnknownEventTypeException">An entry is of a type that nobody knows.</exception>
    public async Task<LogPage> ReadAsync(long after, int limit, IReadOnlyCollection<string>? aliases, CancellationToken cancel)
    {
        var page = Statement.Of(Page).With(after).With(limit).With(Unwanted(aliases));
        var (head, entries) = await ReadAsync(page, cancel);
        return new(entries, Math.Max(after, Math.Min(after + limit, head)));
    }

    /// <summary>The entries of one office after a position: as many as the limit says, where there are.</summary>
    public async Task<LogPage> ReadOfficeAsync(string tenant, long after, int limit, CancellationToken cancel)
    {
        var (head, entries) = await ReadAsync(Statement.Of(OfficePage).With(after).With(limit).With(tenant), cancel, within: tenant);
        return new(entries, entries.Count == limit ? entries[^1].Position : Math.Max(after, head));
    }

    /// <summary>One stream up to a version.</summary>
    /// <param name="tenant">The office.</param>
    /// <param name="stream">The stream in it.</param>
    /// <param name="through">The last version.</param>
    /// <param name="aliases">The types wanted, null for all.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<IReadOnlyList<StoredEvent>> StreamAsync(
        string tenant, Guid stream, long through, IReadOnlyCollection<string>? aliases, CancellationToken cancel) =>
        await EventsAsync(Statement.Of(OfStream).With(tenant).With(stream).With(through).With(Unwanted(aliases)), cancel);

    /// <summary>Some streams of an office as they stood when the log ended at a position, each in its order.</summary>
    public async Task<IReadOnlyList<StoredEvent>> UpToAsync(
        string tenant, IReadOnlyCollection<Guid> streams, long position, CancellationToken cancel) =>
        await EventsAsync(Statement.Of(UpTo).With(tenant).With<Guid[]>([.. streams]).With(position), cancel, within: tenant);

    /// <summary>When what stands at a position was recorded; null where the log has not come so far.</summary>
    public async Task<DateTimeOffset?> RecordedAsync(long position, CancellationToken cancel)
    {
        await using var batch = worker.CreateBatch();
        batch.BatchCommands.Add(Statement.Of(Recorded).With(position));
        await using var rows = await batch.ExecuteReaderAsync(cancel);
        return await rows.ReadAsync(cancel) ? rows.GetFieldValue<DateTimeOffset>(0) : null;
    }

    /// <summary>The last position, 0 when the log is empty.</summary>
    public async Task<long> HeadAsync(CancellationToken cancel)
    {
        await using var command = worker.CreateCommand(Head);
        return (long)(await command.ExecuteScalarAsync(cancel))!;
    }

    // What is asked for one office is asked behind its wall; batch and setting are one transaction.
    async Task<List<StoredEvent>> EventsAsync(NpgsqlBatchCommand query, CancellationToken cancel, string? within = null)
    {
        await using var batch = worker.CreateBatch();
        if (within is not null) batch.BatchCommands.Add(Statement.Of(EnterOffice).With(within));
        batch.BatchCommands.Add(query);
        await using var rows = await batch.ExecuteReaderAsync(cancel);
        if (within is not null) await rows.NextResultAsync(cancel);
        var events = new List<StoredEvent>();
        while (await rows.ReadAsync(cancel)) events.Add(EventRow.Read(rows, types));
        return events;
    }

    string[] Unwanted(IReadOnlyCollection<string>? wanted) =>
        wanted is null ? [] : [.. types.Aliases.Except(wanted, StringComparer.Ordinal)];

    // The page is looked at after the head and may show more than that: then its last entry is the head.
    async Task<(long Head, List<LogEntry> Entries)> ReadAsync(NpgsqlBatchCommand page, CancellationToken cancel, string? within = null)
    {
        await using var batch = worker.CreateBatch();
        if (within is not null) batch.BatchCommands.Add(Statement.Of(EnterOffice).With(within));
        batch.BatchCommands.Add(Statement.Of(Head));
        batch.BatchCommands.Add(page);
        await using var rows = await batch.ExecuteReaderAsync(cancel);
        if (within is not null) await rows.NextResultAsync(cancel);
        await rows.ReadAsync(cancel);
        var head = rows.GetInt64(0);
        await rows.NextResultAsync(cancel);
        var entries = new List<LogEntry>();
        while (await rows.ReadAsync(cancel))
            entries.Add(new(rows.GetInt64(0), EventRow.Read(rows, types, first: 1)));
        entries.Sort((one, other) => one.Position.CompareTo(other.Position));
        return (entries.Count == 0 ? head : Math.Max(head, entries[^1].Position), entries);
    }
}
