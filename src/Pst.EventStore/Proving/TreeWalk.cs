using Pst.Proof;

namespace Pst.EventStore;

/// <summary>The tree as it grows again leaf by leaf, and what it meets that says otherwise.</summary>
sealed class TreeWalk(
    IReadOnlyList<(long Since, byte[] PublicKey)> known, IReadOnlyList<byte[]> own, IReadOnlyList<SignedCheckpoint> elsewhere)
{
    // The clocks of nodes and of the database differ by less.
    static readonly TimeSpan Slack = TimeSpan.FromMinutes(5);

    readonly Frontier tree = new();
    readonly Dictionary<string, LogFault> faults = [];
    readonly Dictionary<Subtree, byte[]> whole = [];
    readonly Queue<SignedCheckpoint> witnessed = new(elsewhere.OrderBy(it => it.Checkpoint.Size));
    (long Size, DateTimeOffset At) last;
    DateTimeOffset newest;
    string? origin;
    Subtree? unmet;
    long good;

    public long Size => tree.Size;

    public void Add(byte[] leaf, DateTimeOffset? recorded)
    {
        if (whole.Count > 0) unmet ??= whole.Keys.First();
        whole.Clear();
        tree.Add(leaf, (place, hash) =>
        {
            if (place.Height % LogTree.Kept == 0) whole.Add(place, hash);
        });
        if (recorded > newest) newest = recorded.Value;
        while (witnessed.TryPeek(out var seen) && seen.Checkpoint.Size <= Size) MeetWitnessed(witnessed.Dequeue());
    }

    /// <summary>A kept root of a subtree that ends here.</summary>
    public void Meet(Subtree place, byte[] hash)
    {
        var first = (place.Index << place.Height) + 1;
        if (!whole.Remove(place, out var made) || !made.AsSpan().SequenceEqual(hash))
            Note("node", first, "it is not what the tree was made of", through: first - 1 + (1L << place.Height));
    }

    /// <summary>A checkpoint, at its size or beyond the end of the log.</summary>
    public void Meet(long size, string text)
    {
        if (SignedCheckpoint.Parse(text) is not { Checkpoint: var said } signed || said.Size != size)
        {
            Note("note", size, $"the checkpoint of size {size} cannot be read");
            return;
        }
        origin ??= said.Origin;
        if (said.Origin != origin) Note("origin", size, $"the checkpoint of size {size} is of another log, {said.Origin}");
        if (!IsSigned(signed)) Note("signature", size, $"the checkpoint of size {size} is not signed by the log's key");
        if (said.After != last.Size) Note("chain", size, $"the checkpoint of size {said.After} is missing, or others were put behind it");
        if (said.At < last.At) Note("clock", size, $"the checkpoint of size {size} is older than the one before it: the clock went back");
        if (newest > said.At + Slack) Note("time", size, "an event up to here was recorded after it was signed: the clock went back");
        Compare(said, "signed");
        last = (size, said.At);
    }

    public IReadOnlyList<LogFault> End()
    {
        while (witnessed.TryDequeue(out var seen)) MeetWitnessed(seen);
        if (own is [.., var mine] && known is [.., var (since, newestKey)] && !own.Any(it => it.AsSpan().SequenceEqual(newestKey)))
            Note("key", since, $"the key that signs since size {since} is not this node's ({new LogKey("", mine)})");
        if (unmet is { } place && (place.Index + 1) << place.Height <= last.Size)
            Note("node", (place.Index << place.Height) + 1, "a root of the tree is missing from here on");
        if (known.Count == 0 && last.Size > 0) Note("key", 1, "the keys of the checkpoints are missing");
        return [.. faults.Values];
    }

    void MeetWitnessed(SignedCheckpoint seen)
    {
        if (origin is not null && seen.Checkpoint.Origin != origin)
            Note("witness", seen.Checkpoint.Size, $"a witness keeps a checkpoint of another log, {seen.Checkpoint.Origin}");
        else Compare(seen.Checkpoint, "seen by a witness");
    }

    void Compare(Checkpoint said, string how)
    {
        if (said.Size > Size) Note(how, Size + 1, $"the log ends at position {Size}, and {said.Size} were {how}");
        else if (said.Size == Size && !said.Root.AsSpan().SequenceEqual(tree.Root()))
            Note(how, good + 1, $"it is not what was {how}", through: said.Size);
        else if (said.Size == Size) good = Size;
    }

    // At its first checkpoint a key is vouched for by the one before it.
    bool IsSigned(SignedCheckpoint signed)
    {
        var (size, name) = (signed.Checkpoint.Size, signed.Checkpoint.Origin);
        var last = known.Index().LastOrDefault(it => it.Item.Since <= size, (-1, default));
        return last.Index >= 0 && signed.IsSignedBy(new(name, last.Item.PublicKey))
            && (last.Item.Since < size || last.Index == 0 || signed.IsSignedBy(new(name, known[last.Index - 1].PublicKey)));
    }

    // The first of each kind is enough: what follows it is often its consequence.
    void Note(string kind, long position, string what, long? through = null) =>
        faults.TryAdd(kind, new(position, what, through));
}
