using Npgsql;
using Pst.Proof;

namespace Pst.EventStore;

/// <summary>What was signed of the log, and by which keys.</summary>
public sealed class Checkpoints(NpgsqlDataSource app)
{
    internal const string Newest = "select note from pst.log_checkpoint order by size desc limit 1";
    internal const string Keys = "select since, public_key from pst.log_key order by since";
    const string After = "select note from pst.log_checkpoint where size > $1 order by size limit $2";
    const string At = "select note from pst.log_checkpoint where size = any ($1) order by size";

    /// <summary>Null before the first.</summary>
    public async Task<SignedCheckpoint?> NewestAsync(CancellationToken cancel) => (await ReadAsync(Statement.Of(Newest), cancel)) switch
    {
        [var newest] => newest,
        _ => null,
    };

    /// <summary>Those of a larger size, the smallest first.</summary>
    public Task<IReadOnlyList<SignedCheckpoint>> AfterAsync(long size, int limit, CancellationToken cancel) =>
        ReadAsync(Statement.Of(After).With(size).With(limit), cancel);

    /// <summary>The keys, the oldest first, each with the size from which it signs.</summary>
    public async Task<IReadOnlyList<(long Since, byte[] PublicKey)>> KeysAsync(CancellationToken cancel)
    {
        await using var connection = await app.OpenConnectionAsync(cancel);
        return await KeysAsync(connection, cancel);
    }

    /// <summary>The checkpoints at which a key took over from another, the oldest first.</summary>
    public async Task<IReadOnlyList<SignedCheckpoint>> HandoversAsync(CancellationToken cancel)
    {
        long[] sizes = [.. (await KeysAsync(cancel)).Skip(1).Select(it => it.Since)];
        return sizes.Length == 0 ? [] : await ReadAsync(Statement.Of(At).With(sizes), cancel);
    }

    internal static async Task<IReadOnlyList<(long Since, byte[] PublicKey)>> KeysAsync(
        NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { Statement.Of(Keys) } };
        await using var rows = await batch.ExecuteReaderAsync(cancel);
        var found = new List<(long, byte[])>();
        while (await rows.ReadAsync(cancel)) found.Add((rows.GetInt64(0), rows.GetFieldValue<byte[]>(1)));
        return found;
    }

    async Task<IReadOnlyList<SignedCheckpoint>> ReadAsync(NpgsqlBatchCommand query, CancellationToken cancel)
    {
        await using var connection = await app.OpenConnectionAsync(cancel);
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { query } };
        await using var rows = await batch.ExecuteReaderAsync(cancel);
        var found = new List<SignedCheckpoint>();
        while (await rows.ReadAsync(cancel))
            found.Add(SignedCheckpoint.Parse(rows.GetString(0)) ?? throw new InvalidDataException("A stored checkpoint is none."));
        return found;
    }
}
