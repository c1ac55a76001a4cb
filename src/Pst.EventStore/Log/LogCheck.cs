using Npgsql;

namespace Pst.EventStore;

/// <summary>Something that cannot be in a sound log.</summary>
/// <param name="Position">Where; null for what has no place in the log.</param>
/// <param name="Through">Where it is not known to the letter: somewhere from the position to this one.</param>
public sealed record LogFault(long? Position, string What, long? Through = null);

/// <summary>
/// Checks the log against itself: positions, events, hashes, notes and streams agree. It finds whatever was changed in one place; who
/// changes an event together with its hashes is found by signed checkpoints alone.
/// </summary>
public sealed class LogCheck(NpgsqlDataSource worker, Sequencer sequencer)
{
    const int PageSize = 20_000;

    const string Gap = """
        select expected, 'nothing is here, and something is behind it'
        from (select position, row_number() over (order by position) as expected from pst.log_leaf) l
        where position <> expected order by position limit 1
        """;

    const string OtherEvent = """
        select l.position, case when e.seq_id is null then 'the event is missing' else 'the event is not the one that was recorded' end
        from pst.log_leaf l left join pst.mt_events e on e.seq_id = l.seq_id
        where l.position > $1 and l.position <= $1 + $2 and (e.seq_id is null or pst.leaf_hash(e) <> l.hash)
        order by l.position limit 1
        """;

    // Notes have no index by event: asked for all at once they are joined by their hashes, asked for the first one by one.
    const string OtherNote = """
        select min(l.position), 'the note of the event says otherwise'
        from pst.log_leaf l left join pst.log_note n on n.seq_id = l.seq_id
        where n.hash is distinct from l.hash having count(*) > 0
        """;

    const string BrokenStream = """
        select position, 'the stream ' || tenant_id || '/' || stream_id || ' has a gap, or another order, at version ' || version
        from (
            select l.position, e.tenant_id, e.stream_id, e.version,
                row_number() over stream as expected, lag(l.position) over stream as previous
            from pst.mt_events e join pst.log_leaf l on l.seq_id = e.seq_id
            window stream as (partition by e.tenant_id, e.stream_id order by e.version)) s
        where version <> expected or position < previous
        order by position limit 1
        """;

    const string CutStream = """
        select null::bigint, 'the stream ' || s.tenant_id || '/' || s.id || ' does not end at its version ' || s.version
        from pst.mt_streams s
        where s.version is distinct from (select max(version) from pst.mt_events e where e.tenant_id = s.tenant_id and e.stream_id = s.id)
        limit 1
        """;

    const string Unplaced = """
        select null::bigint, 'event ' || seq_id || ' of stream ' || tenant_id || '/' || stream_id || ' has no place in the log'
        from pst.mt_events e
        where not exists (select from pst.log_leaf l where l.seq_id = e.seq_id) order by seq_id limit 1000
        """;

    /// <summary>What is wrong, the first of each kind, by position; nothing in a sound log.</summary>
    /// <param name="passed">Told the positions whose events have been looked at.</param>
    public async Task<IReadOnlyList<LogFault>> FaultsAsync(Action<long> passed, CancellationToken cancel)
    {
        while (await sequencer.RunOnceAsync(cancel) > 0) { }
        await using var connection = await worker.OpenConnectionAsync(cancel);
        await using var snapshot = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancel);

        var found = new List<LogFault>();
        found.AddRange(await AskAsync(connection, Gap, cancel));
        found.AddRange(await EventsAsync(connection, passed, cancel));
        found.AddRange(await AskAsync(connection, OtherNote, cancel));
        found.AddRange(await AskAsync(connection, BrokenStream, cancel));
        found.AddRange(await AskAsync(connection, CutStream, cancel));
        await snapshot.CommitAsync(cancel);

        found.AddRange(await UnplacedAsync(cancel));
        return [.. found.OrderBy(it => it.Position ?? long.MaxValue)];
    }

    // In stretches, for it is the long part; the first fault of all is enough.
    static async Task<IReadOnlyList<LogFault>> EventsAsync(NpgsqlConnection connection, Action<long> passed, CancellationToken cancel)
    {
        await using var last = new NpgsqlCommand("select coalesce(max(position), 0) from pst.log_leaf", connection);
        var head = (long)(await last.ExecuteScalarAsync(cancel))!;
        for (long after = 0; after < head; after += PageSize)
        {
            var found = await AskAsync(connection, OtherEvent, cancel, after, PageSize);
            if (found.Count > 0) return found;
            passed(Math.Min(after + PageSize, head));
        }
        return [];
    }

    // What was written just now gets its place with the next pass; what has none after that never gets one.
    async Task<IReadOnlyList<LogFault>> UnplacedAsync(CancellationToken cancel)
    {
        await using var connection = await worker.OpenConnectionAsync(cancel);
        var before = await AskAsync(connection, Unplaced, cancel);
        while (await sequencer.RunOnceAsync(cancel) > 0) { }
        return [.. before.Intersect(await AskAsync(connection, Unplaced, cancel)).Take(1)];
    }

    static async Task<IReadOnlyList<LogFault>> AskAsync(
        NpgsqlConnection connection, string question, CancellationToken cancel, params long[] values)
    {
        await using var command = new NpgsqlCommand(question, connection) { CommandTimeout = 0 };
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var found = new List<LogFault>();
        while (await rows.ReadAsync(cancel)) found.Add(new(rows.IsDBNull(0) ? null : rows.GetInt64(0), rows.GetString(1)));
        return found;
    }
}
