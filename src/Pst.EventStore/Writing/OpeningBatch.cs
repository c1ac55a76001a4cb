using Npgsql;

namespace Pst.EventStore;

/// <summary>The first of a command's two round trips: enter the office, lock it, load.</summary>
static class OpeningBatch
{
    const string OneStream =
        $"select {EventRow.Columns} from pst.mt_events e where e.tenant_id = $1 and e.stream_id = $2 order by e.version";

    const string ManyStreams =
        $"select {EventRow.Columns} from pst.mt_events e where e.tenant_id = $1 and e.stream_id = any($2) order by e.stream_id, e.version";

    const string EarlierCommand = """
        select digest, stream_id, first_version, last_version, answer, recorded
        from pst.command where tenant_id = $1 and id = $2
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
        Statement.Of("select set_config('pst.office', $1, true), clock_timestamp()").With(tenant);

    internal static NpgsqlBatchCommand Load(string tenant, IReadOnlyList<Guid> streams) => streams.Count == 1
        ? Statement.Of(OneStream).With(tenant).With(streams[0])
        : Statement.Of(ManyStreams).With(tenant).With(streams.ToArray());

    static NpgsqlBatch Of(Opening opening)
    {
        var batch = new NpgsqlBatch { BatchCommands = { Statement.Of(Statement.Begin), Enter(opening.Tenant) } };
        if (opening.Lock is { } held)
            batch.BatchCommands.Add(held.Command);
        batch.BatchCommands.Add(Statement.Of(EarlierCommand).With(opening.Tenant).With(opening.Command));
        batch.BatchCommands.Add(Load(opening.Tenant, opening.Streams));
        foreach (var fact in opening.Facts)
            batch.BatchCommands.Add(fact.Command);
        return batch;
    }

    static async Task<StreamTransaction> ReadAsync(
        NpgsqlDataReader rows, NpgsqlConnection connection, Opening opening, EventTypes types, CancellationToken cancel)
    {
        await rows.ReadAsync(cancel);
        var now = rows.GetFieldValue<DateTimeOffset>(1);
        if (opening.Lock is { } held)
            await ReadAsync(held, rows, cancel);
        var earlier = await EarlierAsync(rows, cancel);
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

    static async Task<RecordedCommand?> EarlierAsync(NpgsqlDataReader rows, CancellationToken cancel)
    {
        await rows.NextResultAsync(cancel);
        if (!await rows.ReadAsync(cancel))
            return null;

        return new(
            rows.GetFieldValue<byte[]>(0),
            rows.IsDBNull(1) ? null : rows.GetGuid(1),
            rows.IsDBNull(2) ? null : rows.GetInt64(2),
            rows.IsDBNull(3) ? null : rows.GetInt64(3),
            rows.IsDBNull(4) ? null : rows.GetString(4),
            rows.GetFieldValue<DateTimeOffset>(5));
    }

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
