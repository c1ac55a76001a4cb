using Npgsql;

namespace Pst.EventStore;

/// <summary>The first of a command's two round trips: enter the office, lock it, load.</summary>
static class OpeningBatch
{
    const string OneStream =
        $"select {EventRow.Columns} from pst.mt_events e where e.tenant_id = $1 and e.stream_id = $2 order by e.version";

    const string ManyStreams =
        $"select {EventRow.Columns} from pst.mt_events e where e.tenant_id = $1 and e.stream_id = any($2) order by e.stream_id, e.version";

    const string LastOfStreams = $"""
        select {EventRow.Columns} from pst.mt_streams s
        join pst.mt_events e on e.tenant_id = s.tenant_id and e.stream_id = s.id and e.version = s.version
        where s.tenant_id = $1 and s.id = any($2)
        """;

    // With the clock, for this is the first statement after the lock.
    const string EarlierCommand = """
        select clock_timestamp(), c.digest, c.stream_id, c.first_version, c.last_version, c.answer, c.recorded
        from (select) asked left join pst.command c on c.tenant_id = $1 and c.id = $2
        """;

    /// <summary>The transaction owns the connection from here on; it goes back if the transaction does not come about.</summary>
    internal static async Task<StreamTransaction> RunAsync(
        NpgsqlConnection connection, Opening opening, EventTypes types, CancellationToken cancel)
    {
        try
        {
            await using var batch = Of(opening);
            batch.Connection = connection;
            await using var rows = await batch.ExecuteReaderAsync(cancel);
            return await ReadAsync(rows, connection, opening, types, cancel);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>The office for row-level security, until the transaction ends.</summary>
    internal static NpgsqlBatchCommand Enter(string tenant) =>
        Statement.Of("select set_config('pst.office', $1, true)").With(tenant);

    internal static NpgsqlBatchCommand Load(string tenant, IReadOnlyList<Guid> streams) => streams.Count == 1
        ? Statement.Of(OneStream).With(tenant).With(streams[0])
        : Statement.Of(ManyStreams).With(tenant).With(streams.ToArray());

    static NpgsqlBatch Of(Opening opening)
    {
        var batch = new NpgsqlBatch { BatchCommands = { Statement.Of(Statement.Begin), Enter(opening.Tenant) } };
        if (opening.Lock is { } held)
            batch.BatchCommands.Add(held.Command);
        batch.BatchCommands.Add(Statement.Of(EarlierCommand).With(opening.Tenant).With(opening.Command));
        batch.BatchCommands.Add(opening.LastOnly
            ? Statement.Of(LastOfStreams).With(opening.Tenant).With(opening.Streams.ToArray())
            : Load(opening.Tenant, opening.Streams));
        foreach (var fact in opening.Facts)
            batch.BatchCommands.Add(fact.Command);
        return batch;
    }

    static async Task<StreamTransaction> ReadAsync(
        NpgsqlDataReader rows, NpgsqlConnection connection, Opening opening, EventTypes types, CancellationToken cancel)
    {
        if (opening.Lock is { } held)
            await ReadAsync(held, rows, cancel);
        await rows.NextResultAsync(cancel);
        await rows.ReadAsync(cancel);
        var now = rows.GetFieldValue<DateTimeOffset>(0);
        var earlier = Earlier(rows);
        var histories = await HistoriesAsync(rows, opening.Streams, types, cancel);
        foreach (var fact in opening.Facts)
            await ReadAsync(fact, rows, cancel);
        return new(connection, opening, types, now, earlier, histories);
    }

    static async Task ReadAsync(BatchQuery query, NpgsqlDataReader rows, CancellationToken cancel)
    {
        await rows.NextResultAsync(cancel);
        await query.Read(rows, cancel);
    }

    static RecordedCommand? Earlier(NpgsqlDataReader row) => row.IsDBNull(1)
        ? null
        : new(
            row.GetFieldValue<byte[]>(1),
            row.IsDBNull(2) ? null : row.GetGuid(2),
            row.IsDBNull(3) ? null : row.GetInt64(3),
            row.IsDBNull(4) ? null : row.GetInt64(4),
            row.IsDBNull(5) ? null : row.GetString(5),
            row.GetFieldValue<DateTimeOffset>(6));

    static async Task<Dictionary<Guid, StreamHistory>> HistoriesAsync(
        NpgsqlDataReader rows, IReadOnlyList<Guid> streams, EventTypes types, CancellationToken cancel)
    {
        var events = streams.ToDictionary(stream => stream, _ => new List<StoredEvent>());
        await rows.NextResultAsync(cancel);
        while (await rows.ReadAsync(cancel))
        {
            var happened = EventRow.Read(rows, types);
            events[happened.Stream].Add(happened);
        }

        return events.ToDictionary(stream => stream.Key, stream => new StreamHistory(stream.Key, stream.Value));
    }
}
