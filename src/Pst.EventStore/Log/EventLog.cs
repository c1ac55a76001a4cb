using Npgsql;

namespace Pst.EventStore;

/// <summary>The log of all offices by position. Nothing ever appears behind a position that was read.</summary>
public sealed class EventLog(NpgsqlDataSource worker, EventTypes types)
{
    const string Head = "select coalesce(max(position), 0) from pst.log_leaf";

    // What is left out is named, not what is wanted: an event that nobody knows is in neither list and comes through.
    const string Page = $"""
        select l.position, {EventRow.Columns}
        from pst.log_leaf l join pst.mt_events e on e.seq_id = l.seq_id
        where l.position > $1 and l.position <= $1 + $2 and e.type <> all ($3)
        order by l.position
        """;

    const string OfficePage = $"""
        select l.position, {EventRow.Columns}
        from pst.log_leaf l join pst.mt_events e on e.seq_id = l.seq_id
        where l.position > $1 and l.position <= $2 and e.tenant_id = $4
        order by l.position limit $3
        """;

    const string Position = "select position from pst.log_leaf where seq_id = $1";

    /// <summary>The entries after a position.</summary>
    /// <param name="after">The last position seen, 0 for none.</param>
    /// <param name="limit">How many positions to look at, at most.</param>
    /// <param name="aliases">The types wanted, null for all. A type that nobody knows is never left out.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="UnknownEventTypeException">An entry is of a type that nobody knows.</exception>
    public async Task<LogPage> ReadAsync(long after, int limit, IReadOnlyCollection<string>? aliases, CancellationToken cancel)
    {
        string[] unwanted = aliases is null ? [] : [.. types.Aliases.Except(aliases, StringComparer.Ordinal)];
        await using var connection = await worker.OpenConnectionAsync(cancel);
        var head = await HeadAsync(connection, cancel);
        await using var command = new NpgsqlCommand(Page, connection);
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = after });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = Math.Min(limit, Math.Max(head - after, 0)) });
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = unwanted });
        return new(await EntriesAsync(command, cancel), Math.Max(after, Math.Min(after + limit, head)));
    }

    /// <summary>The entries of one office after a position: as many as the limit says, where there are.</summary>
    public async Task<LogPage> ReadOfficeAsync(string tenant, long after, int limit, CancellationToken cancel)
    {
        await using var connection = await worker.OpenConnectionAsync(cancel);
        var head = await HeadAsync(connection, cancel);
        await using var command = new NpgsqlCommand(OfficePage, connection);
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = after });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = head });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = limit });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = tenant });
        var entries = await EntriesAsync(command, cancel);
        return new(entries, entries.Count == limit ? entries[^1].Position : Math.Max(after, head));
    }

    /// <summary>The last position, 0 when the log is empty.</summary>
    public async Task<long> HeadAsync(CancellationToken cancel)
    {
        await using var connection = await worker.OpenConnectionAsync(cancel);
        return await HeadAsync(connection, cancel);
    }

    /// <summary>Where an event lies; null as long as it has no position.</summary>
    public async Task<long?> PositionOfAsync(long sequence, CancellationToken cancel)
    {
        await using var command = worker.CreateCommand(Position);
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = sequence });
        return (long?)await command.ExecuteScalarAsync(cancel);
    }

    static async Task<long> HeadAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(Head, connection);
        return (long)(await command.ExecuteScalarAsync(cancel))!;
    }

    async Task<List<LogEntry>> EntriesAsync(NpgsqlCommand command, CancellationToken cancel)
    {
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var entries = new List<LogEntry>();
        while (await rows.ReadAsync(cancel))
            entries.Add(new(rows.GetInt64(0), EventRow.Read(rows, types, first: 1)));
        return entries;
    }
}
