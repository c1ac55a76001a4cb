using Npgsql;
using NpgsqlTypes;
using Pst.Proof;

namespace Pst.EventStore;

/// <summary>
/// Signs the head of the log and keeps the tree. Any number of nodes may run one with the same keys: they take turns under a lock. It reads
/// what was added since the last checkpoint, and signs nothing that does not go on from there.
/// </summary>
/// <param name="keys">The log's private keys, the oldest first; the last one signs, and those before hand over to it.</param>
public sealed class Notary(NpgsqlDataSource worker, IReadOnlyList<SigningKey> keys)
{
    const long Lock = 0x507374_0004;

    const string Added = "select hash from pst.log_leaf where position > $1 order by position";

    const string KeepNodes = """
        insert into pst.log_node (height, index, hash)
        select * from unnest($1::smallint[], $2::bigint[], $3::bytea[]) on conflict do nothing
        """;

    const string KeepKey = "insert into pst.log_key (since, public_key) values ($1, $2)";
    const string KeepCheckpoint = "insert into pst.log_checkpoint (size, note) values ($1, $2)";

    /// <summary>A checkpoint of the log as it is: a new one where it has grown. Null while it is empty.</summary>
    /// <exception cref="LogBrokenException">The log is not what was signed before.</exception>
    /// <exception cref="ForeignKeyException">Another key than these has signed last.</exception>
    public async Task<SignedCheckpoint?> SignAsync(CancellationToken cancel)
    {
        await using var connection = await worker.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await ExecuteAsync(connection, [Statement.Of($"select pg_advisory_xact_lock({Lock})")], cancel);
        var last = await NewestAsync(connection, cancel);
        var (tree, nodes) = await GrowAsync(connection, last?.Checkpoint, cancel);
        if (tree.Size == (last?.Checkpoint.Size ?? 0)) return last;

        var known = await Checkpoints.KeysAsync(connection, cancel);
        var signing = Signing(known);
        var origin = last?.Checkpoint.Origin ?? OriginOf(keys);
        var checkpoint = new Checkpoint(origin, tree.Size, tree.Root(), last?.Checkpoint.Size ?? 0, await NowAsync(connection, cancel));
        var signed = new SignedCheckpoint(checkpoint, [.. signing.Select(it => it.Sign(checkpoint))]);
        await ExecuteAsync(
            connection,
            [
                .. nodes.Chunk(10_000).Select(Keep),
                .. Takes(known) ? [Statement.Of(KeepKey).With(tree.Size).With(keys[^1].PublicKey)] : (NpgsqlBatchCommand[])[],
                Statement.Of(KeepCheckpoint).With(tree.Size).With(signed.Note),
            ], cancel);
        await transaction.CommitAsync(cancel);
        return signed;
    }

    /// <summary>What a log is called that these keys begin: by its first key, so that no two logs share a name.</summary>
    public static string OriginOf(IReadOnlyList<SigningKey> keys) => $"pst/{Convert.ToHexStringLower(keys[0].KeyOf("").Id)}";

    bool Takes(IReadOnlyList<(long Since, byte[] PublicKey)> known) =>
        known is not [.., var (_, newest)] || !newest.AsSpan().SequenceEqual(keys[^1].PublicKey);

    // A key that takes over is vouched for by the one before it.
    IReadOnlyList<SigningKey> Signing(IReadOnlyList<(long Since, byte[] PublicKey)> known)
    {
        if (known is not [.., var (_, newest)]) return [keys[^1]];
        var mine = keys.FirstOrDefault(it => it.PublicKey.AsSpan().SequenceEqual(newest)) ?? throw new ForeignKeyException();
        return mine == keys[^1] ? [mine] : [mine, keys[^1]];
    }

    static async Task<SignedCheckpoint?> NewestAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var newest = new NpgsqlCommand(Checkpoints.Newest, connection);
        return await newest.ExecuteScalarAsync(cancel) is string note
            ? SignedCheckpoint.Parse(note) ?? throw new InvalidDataException("The stored checkpoint is none.")
            : null;
    }

    // By the clock that says when events were recorded.
    static async Task<DateTimeOffset> NowAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var now = new NpgsqlCommand("select date_trunc('second', clock_timestamp())", connection);
        return new((DateTime)(await now.ExecuteScalarAsync(cancel))!);
    }

    // From the last subtree that is kept on; on the way it must pass the root that was signed.
    static async Task<(Frontier Tree, List<(Subtree Place, byte[] Hash)> Nodes)> GrowAsync(
        NpgsqlConnection connection, Checkpoint? last, CancellationToken cancel)
    {
        var from = (last?.Size ?? 0) >> LogTree.Kept << LogTree.Kept;
        var tree = Frontier.Of(from, await LogTree.HashesAsync(connection, Subtree.Of(0, from), cancel));
        var nodes = new List<(Subtree, byte[])>();
        var wasPassed = last is null || Passed(tree, last);
        await using var added = new NpgsqlCommand(Added, connection) { Parameters = { new() { Value = from } } };
        await using var rows = await added.ExecuteReaderAsync(cancel);
        while (await rows.ReadAsync(cancel))
        {
            tree.Add(rows.GetFieldValue<byte[]>(0), (place, hash) =>
            {
                if (place.Height % LogTree.Kept == 0) nodes.Add((place, hash));
            });
            wasPassed = wasPassed || Passed(tree, last!);
        }
        return wasPassed ? (tree, nodes) : throw new LogBrokenException(last!);
    }

    static bool Passed(Frontier tree, Checkpoint last) =>
        tree.Size == last.Size && (last.Root.AsSpan().SequenceEqual(tree.Root()) ? true : throw new LogBrokenException(last));

    static NpgsqlBatchCommand Keep((Subtree Place, byte[] Hash)[] nodes) => Statement.Of(KeepNodes)
        .With(Array.ConvertAll(nodes, it => (short)it.Place.Height), NpgsqlDbType.Array | NpgsqlDbType.Smallint)
        .With(Array.ConvertAll(nodes, it => it.Place.Index))
        .With(Array.ConvertAll(nodes, it => it.Hash));

    static async Task ExecuteAsync(NpgsqlConnection connection, IReadOnlyList<NpgsqlBatchCommand> statements, CancellationToken cancel)
    {
        await using var batch = new NpgsqlBatch(connection);
        foreach (var statement in statements) batch.BatchCommands.Add(statement);
        await batch.ExecuteNonQueryAsync(cancel);
    }
}

/// <summary>The log was signed last by a key that this node does not have: it has another key file, or an old one.</summary>
public sealed class ForeignKeyException() : Exception("The log was signed last by a key that this node does not have.");
