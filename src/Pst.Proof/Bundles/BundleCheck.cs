namespace Pst.Proof;

/// <summary>What a bundle proves.</summary>
/// <param name="Problems">What does not hold; nothing where the bundle is valid.</param>
/// <param name="Bundle">Null where the file is no bundle.</param>
public sealed record BundleVerdict(IReadOnlyList<string> Problems, Bundle? Bundle)
{
    public bool IsValid => Problems.Count == 0;
}

/// <summary>Checks a bundle with nothing but itself and the key that one trusts.</summary>
public static class BundleCheck
{
    /// <param name="trusted">The log's key as one has it from elsewhere; null to take the oldest that the bundle names.</param>
    public static BundleVerdict Of(byte[] file, LogKey? trusted)
    {
        if (BundleFile.Read(file) is not { } bundle) return new(["the file is no bundle, or was changed"], null);

        var problems = new List<string>();
        var head = bundle.Head.Checkpoint;
        if (!Trusted(bundle, trusted).Exists(bundle.Head.IsSignedBy))
            problems.Add("the checkpoint is not signed by a key that can be trusted");
        problems.AddRange(bundle.Earlier.Where(it => !IsBeginning(it, head)).Select(_ => "an earlier checkpoint is not of this log"));
        problems.AddRange(
            bundle.Events.Where(it => !IsIn(it, head)).Select(it => $"position {it.Position}: the event is not the one in the log"));
        problems.AddRange(Order(bundle.Events));
        return new(problems, bundle);
    }

    // A key is believed when one that is believed has signed the checkpoint at which it took over.
    static List<LogKey> Trusted(Bundle bundle, LogKey? trusted)
    {
        List<LogKey> known = trusted is not null ? [trusted] : [.. bundle.Keys.Take(1)];
        foreach (var note in bundle.Earlier.Select(it => SignedCheckpoint.Parse(it.Note)).OfType<SignedCheckpoint>())
        {
            if (known.Exists(note.IsSignedBy)) known.AddRange(bundle.Keys.Where(it => note.IsSignedBy(it) && !known.Contains(it)));
        }
        return known;
    }

    static bool IsBeginning(EarlierCheckpoint earlier, Checkpoint head) =>
        SignedCheckpoint.Parse(earlier.Note)?.Checkpoint is { } older && older.Origin == head.Origin && older.At <= head.At
        && ProofCheck.IsContinued(older.Size, head.Size, older.Root, head.Root, earlier.Proof);

    static bool IsIn(ProvenEvent proven, Checkpoint head) =>
        ProofCheck.IsIncluded(proven.Event.Leaf(), proven.Position - 1, head.Size, proven.Proof, head.Root);

    // Inside a stream nothing is left out between the first and the last, and the order is the log's.
    static IEnumerable<string> Order(IReadOnlyList<ProvenEvent> events)
    {
        if (events.Zip(events.Skip(1)).Any(it => it.First.Position >= it.Second.Position))
            yield return "the events are not in the log's order";
        foreach (var stream in events.GroupBy(it => (it.Event.Tenant, it.Event.Stream)))
        {
            var expected = stream.First().Event.Version;
            foreach (var it in stream)
            {
                if (it.Event.Version != expected)
                {
                    yield return $"position {it.Position}: version {expected} of stream {it.Event.Stream} is missing before it";
                    break;
                }
                expected++;
            }
        }
    }
}
