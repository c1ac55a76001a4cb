using Pst.Domain;
using Pst.EventStore;
using Pst.Projections;
using Pst.Proof;
using Pst.Web.Hosting;

namespace Pst.Web.Proving;

/// <summary>Whether what is stored of a visit is what was signed: made anew from the stored bytes each time somebody asks.</summary>
public sealed class StreamProof(PstDatabase database, LogTree tree, Checkpoints checkpoints, LogKeys keys)
{
    /// <summary>How the events of a visit stand in the log; nothing of it where none has a position yet.</summary>
    /// <param name="stored">How many events there are.</param>
    public async Task<ProofStanding> OfAsync(OfficeCode office, VisitId visit, int stored, CancellationToken cancel)
    {
        var signed = await checkpoints.NewestAsync(cancel);
        await using var rows = await OfficeReads.QueryAsync(
            database.App, office, LoggedEvents.Of(office.Value, visit.Value), cancel);
        var entries = await LoggedEvents.ReadAsync(rows, cancel);
        var (size, positions) = (signed?.Checkpoint.Size ?? 0, entries.ToDictionary(it => it.Event!.Version, it => it.Position));
        var covered = entries.Where(it => it.Position <= size).ToList();
        return new(positions, signed, stored - covered.Count, await FaultAsync(entries, covered, signed, cancel))
        {
            IsOurs = signed is null || keys.All.Any(it => signed.IsSignedBy(new(signed.Checkpoint.Origin, it.PublicKey))),
        };
    }

    // The first position at which the stored bytes are not what the log says, or the log is not what was signed.
    async Task<long?> FaultAsync(
        IReadOnlyList<LoggedEntry> entries, List<LoggedEntry> covered, SignedCheckpoint? signed, CancellationToken cancel)
    {
        for (var at = 0; at < entries.Count; at++)
        {
            var (entry, before) = (entries[at], at == 0 ? 0 : entries[at - 1].Position);
            if (entry.Event!.Version != at + 1 || entry.Position <= before || !entry.Leaf.AsSpan().SequenceEqual(entry.Event.Leaf()))
                return entry.Position;
        }
        if (signed is not { Checkpoint: var head } || covered.Count == 0) return null;

        try
        {
            var proofs = await tree.InclusionsAsync([.. covered.Select(it => it.Position)], head.Size, cancel);
            return covered.Zip(proofs)
                .Where(it => !ProofCheck.IsIncluded(it.First.Leaf, it.First.Position - 1, head.Size, it.Second, head.Root))
                .Select(it => (long?)it.First.Position).FirstOrDefault();
        }
        catch (LogBrokenException) { return covered[0].Position; }
    }
}

/// <summary>How a visit's events stand in the log.</summary>
/// <param name="Positions">In the log, by version; an event has none for some milliseconds.</param>
/// <param name="Signed">The newest checkpoint; null before the first.</param>
/// <param name="Waiting">How many events it does not cover yet.</param>
/// <param name="FirstBad">The first position that is not as it was signed.</param>
public sealed record ProofStanding(IReadOnlyDictionary<long, long> Positions, SignedCheckpoint? Signed, int Waiting, long? FirstBad)
{
    /// <summary>A key that this node knows has signed the checkpoint.</summary>
    public bool IsOurs { get; init; } = true;

    /// <summary>Every event is proven.</summary>
    public bool IsSound => FirstBad is null && IsOurs && Waiting == 0 && Signed is not null && Positions.Count > 0;

    /// <summary>Something was changed, or signed by somebody else.</summary>
    public bool IsBroken => FirstBad is not null || !IsOurs;

    public long From => Positions.Values.DefaultIfEmpty().Min();
    public long To => Positions.Values.DefaultIfEmpty().Max();
}
