using Npgsql;
using NpgsqlTypes;
using Pst.Proof;

namespace Pst.EventStore;

/// <summary>
/// The Merkle tree over the log, up to its newest checkpoint: makes proofs from some hundreds of rows, however long the log is.
/// </summary>
public sealed class LogTree(NpgsqlDataSource app)
{
    /// <summary>Levels of the tree between two that are kept.</summary>
    internal const int Kept = 8;

    const string Leaves = "select hash from pst.log_leaf where position > $1 and position <= $2 order by position";
    const string Nodes = "select hash from pst.log_node where height = $1 and index >= $2 and index < $3 order by index";

    /// <summary>That an event is in the log of a size.</summary>
    /// <param name="position">1 to <paramref name="size"/>.</param>
    /// <param name="size">At most the newest checkpoint's.</param>
    /// <exception cref="LogBrokenException">The tree lacks something.</exception>
    public async Task<IReadOnlyList<byte[]>> InclusionAsync(long position, long size, CancellationToken cancel) =>
        (await InclusionsAsync([position], size, cancel))[0];

    /// <summary>The same for several, in their order and in one round trip.</summary>
    /// <exception cref="LogBrokenException">The tree lacks something.</exception>
    public async Task<IReadOnlyList<IReadOnlyList<byte[]>>> InclusionsAsync(
        IReadOnlyList<long> positions, long size, CancellationToken cancel)
    {
        var plans = positions.Select(it => ProofPlan.Inclusion(it - 1, size)).ToList();
        var stretches = plans.SelectMany(it => it).Distinct().ToList(); // neighbours' proofs share most of theirs
        var roots = stretches.Zip(await RootsAsync(stretches, cancel)).ToDictionary(it => it.First, it => it.Second);
        return [.. plans.Select(plan => (IReadOnlyList<byte[]>)[.. plan.Select(it => roots[it])])];
    }

    /// <summary>That the log of one size is the beginning of that of another.</summary>
    /// <param name="from">At least 1.</param>
    /// <param name="to">At least <paramref name="from"/>, at most the newest checkpoint's.</param>
    /// <exception cref="LogBrokenException">The tree lacks something.</exception>
    public Task<IReadOnlyList<byte[]>> ConsistencyAsync(long from, long to, CancellationToken cancel) =>
        RootsAsync(ProofPlan.Consistency(from, to), cancel);

    /// <summary>The log's root when it had a size.</summary>
    public async Task<byte[]> RootAsync(long size, CancellationToken cancel) => (await RootsAsync([(0, size)], cancel))[0];

    async Task<IReadOnlyList<byte[]>> RootsAsync(IReadOnlyList<(long From, long To)> stretches, CancellationToken cancel)
    {
        await using var connection = await app.OpenConnectionAsync(cancel);
        var wholes = stretches.Select(it => Subtree.Of(it.From, it.To)).ToList();
        var hashes = new Queue<byte[]>(await HashesAsync(connection, [.. wholes.SelectMany(it => it)], cancel));
        return [.. wholes.Select(it => Frontier.RootOf([.. it.Select(_ => hashes.Dequeue())]))];
    }

    /// <summary>The roots of whole subtrees, in one round trip.</summary>
    internal static async Task<IReadOnlyList<byte[]>> HashesAsync(
        NpgsqlConnection connection, IReadOnlyList<Subtree> wholes, CancellationToken cancel)
    {
        if (wholes.Count == 0) return [];

        await using var batch = new NpgsqlBatch(connection);
        foreach (var whole in wholes) batch.BatchCommands.Add(Below(whole));
        await using var rows = await batch.ExecuteReaderAsync(cancel);
        var hashes = new List<byte[]>(wholes.Count);
        foreach (var whole in wholes)
        {
            var tree = new Frontier();
            while (await rows.ReadAsync(cancel)) tree.Add(rows.GetFieldValue<byte[]>(0));
            await rows.NextResultAsync(cancel);
            hashes.Add(tree.Size == 1L << (whole.Height % Kept) ? tree.Root() : throw new LogBrokenException(whole));
        }
        return hashes;
    }

    static NpgsqlBatchCommand Below(Subtree whole)
    {
        var (up, kept) = (whole.Height % Kept, whole.Height / Kept * Kept);
        var (from, to) = (whole.Index << up, (whole.Index + 1) << up);
        return kept == 0
            ? Statement.Of(Leaves).With(from).With(to)
            : Statement.Of(Nodes).With((short)kept, NpgsqlDbType.Smallint).With(from).With(to);
    }
}

/// <summary>The log is not what was signed: nothing more is signed of it, and nothing proven.</summary>
public sealed class LogBrokenException : Exception
{
    internal LogBrokenException(Subtree whole)
        : base($"The tree lacks leaves from position {(whole.Index << whole.Height) + 1} on.") { }

    internal LogBrokenException(Checkpoint signed)
        : base($"The log no longer has the root that was signed when it had {signed.Size} events.") { }
}
