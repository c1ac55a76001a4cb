using System.Data;
using Npgsql;
using Pst.Proof;

namespace Pst.EventStore;

/// <summary>
/// Checks the log against what was signed of it: makes the whole tree again, in one pass and in memory that does not grow with the log,
/// and compares every kept root and every checkpoint on the way.
/// </summary>
/// <param name="keys">This node's own public keys, the oldest first; none where it has no key.</param>
/// <param name="elsewhere">Checkpoints that somebody outside the database keeps.</param>
public sealed class TreeCheck(NpgsqlDataSource worker, IReadOnlyList<byte[]> keys, IReadOnlyList<SignedCheckpoint> elsewhere)
{
    const string Leaves = """
        select l.hash, e.timestamp from pst.log_leaf l left join pst.mt_events e on e.seq_id = l.seq_id order by l.position
        """;

    const string Nodes = "select height, index, hash from pst.log_node order by (index + 1) << height, height";
    const string Notes = "select size, note from pst.log_checkpoint order by size";

    /// <summary>What is wrong, the first of each kind, by position; nothing where the log is what was signed.</summary>
    /// <param name="passed">Told the positions that have been looked at.</param>
    public async Task<IReadOnlyList<LogFault>> FaultsAsync(Action<long> passed, CancellationToken cancel)
    {
        await using var first = await worker.OpenConnectionAsync(cancel);
        await using var snapshot = await first.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
        var known = await Checkpoints.KeysAsync(first, cancel);
        await using var leaves = await ReadAsync(first, Leaves, cancel);
        await using var second = await worker.OpenConnectionAsync(cancel);
        await using var nodes = new Ahead<(Subtree Place, byte[] Hash)>(
            await ReadAsync(second, Nodes, cancel), it => (new(it.GetInt16(0), it.GetInt64(1)), it.GetFieldValue<byte[]>(2)));
        await using var third = await worker.OpenConnectionAsync(cancel);
        await using var notes = new Ahead<(long Size, string Note)>(
            await ReadAsync(third, Notes, cancel), it => (it.GetInt64(0), it.GetString(1)));

        var walk = new TreeWalk(known, keys, elsewhere);
        await nodes.MoveAsync(cancel);
        await notes.MoveAsync(cancel);
        while (await leaves.ReadAsync(cancel))
        {
            walk.Add(leaves.GetFieldValue<byte[]>(0), leaves.IsDBNull(1) ? null : leaves.GetFieldValue<DateTimeOffset>(1));
            for (; nodes.Now is { } node && End(node.Place) <= walk.Size; await nodes.MoveAsync(cancel)) walk.Meet(node.Place, node.Hash);
            for (; notes.Now is { } note && note.Size <= walk.Size; await notes.MoveAsync(cancel)) walk.Meet(note.Size, note.Note);
            if (walk.Size % 100_000 == 0) passed(walk.Size);
        }
        for (; notes.Now is { } note; await notes.MoveAsync(cancel)) walk.Meet(note.Size, note.Note);
        return walk.End();
    }

    static long End(Subtree place) => (place.Index + 1) << place.Height;

    static async Task<NpgsqlDataReader> ReadAsync(NpgsqlConnection connection, string query, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(query, connection) { CommandTimeout = 0 };
        return await command.ExecuteReaderAsync(CommandBehavior.SequentialAccess, cancel);
    }

    // One row ahead of where the leaves are.
    sealed class Ahead<T>(NpgsqlDataReader rows, Func<NpgsqlDataReader, T> read) : IAsyncDisposable where T : struct
    {
        public T? Now { get; private set; }

        public async Task MoveAsync(CancellationToken cancel) => Now = await rows.ReadAsync(cancel) ? read(rows) : null;

        public ValueTask DisposeAsync() => rows.DisposeAsync();
    }
}
