namespace Pst.Proof;

/// <summary>Which stretches of leaves a proof is made of; the root over each is one of its hashes (RFC 6962, 2.1.1 and 2.1.2).</summary>
public static class ProofPlan
{
    /// <summary>That a leaf is in a tree.</summary>
    /// <param name="index">From 0, below <paramref name="size"/>.</param>
    public static IReadOnlyList<(long From, long To)> Inclusion(long index, long size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, size);
        var stretches = new List<(long, long)>();
        for (var (from, to) = (0L, size); to - from > 1;)
        {
            var split = from + Merkle.SplitOf(to - from);
            stretches.Add(index < split ? (split, to) : (from, split));
            (from, to) = index < split ? (from, split) : (split, to);
        }
        stretches.Reverse();
        return stretches;
    }

    /// <summary>That a tree is the beginning of a larger one.</summary>
    /// <param name="older">At least 1, at most <paramref name="newer"/>.</param>
    public static IReadOnlyList<(long From, long To)> Consistency(long older, long newer)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(older, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(older, newer);
        var stretches = new List<(long, long)>();
        var (from, to) = (0L, newer);
        while (to != older)
        {
            var split = from + Merkle.SplitOf(to - from);
            stretches.Add(older <= split ? (split, to) : (from, split));
            (from, to) = older <= split ? (from, split) : (split, to);
        }
        // Who asks knows the root of the older tree; where that is a subtree of its own, it need not be told.
        if (from > 0) stretches.Add((from, to));
        stretches.Reverse();
        return stretches;
    }
}
