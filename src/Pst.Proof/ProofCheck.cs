namespace Pst.Proof;

/// <summary>Checks proofs as RFC 9162 (2.1.3.2 and 2.1.4.2) says. What is no proof is false, whatever it is; nothing throws.</summary>
public static class ProofCheck
{
    /// <summary>Whether a leaf is in the tree that a root stands for.</summary>
    /// <param name="index">From 0.</param>
    public static bool IsIncluded(ReadOnlySpan<byte> leaf, long index, long size, IReadOnlyList<byte[]> proof, ReadOnlySpan<byte> root)
    {
        if (index < 0 || index >= size || !AreHashes(proof)) return false;

        var (place, last, made) = (index, size - 1, leaf.ToArray());
        foreach (var hash in proof)
        {
            if (last == 0) return false;
            made = IsLeft(place, last) ? Merkle.Node(hash, made) : Merkle.Node(made, hash);
            (place, last) = Up(place, last);
        }
        return last == 0 && root.SequenceEqual(made);
    }

    /// <summary>Whether the older tree is the beginning of the newer one.</summary>
    public static bool IsContinued(
        long older, long newer, ReadOnlySpan<byte> olderRoot, ReadOnlySpan<byte> newerRoot, IReadOnlyList<byte[]> proof)
    {
        if (older < 1 || older > newer || !AreHashes(proof)) return false;
        if (older == newer) return proof.Count == 0 && olderRoot.SequenceEqual(newerRoot);

        var hashes = long.IsPow2(older) ? [olderRoot.ToArray(), .. proof] : proof;
        if (hashes.Count == 0) return false;

        var (place, last) = (older - 1, newer - 1);
        while ((place & 1) == 1) (place, last) = (place >> 1, last >> 1);

        var (before, after) = (hashes[0], hashes[0]);
        foreach (var hash in hashes.Skip(1))
        {
            if (last == 0) return false;
            (before, after) = IsLeft(place, last)
                ? (Merkle.Node(hash, before), Merkle.Node(hash, after))
                : (before, Merkle.Node(after, hash));
            (place, last) = Up(place, last);
        }
        return last == 0 && olderRoot.SequenceEqual(before) && newerRoot.SequenceEqual(after);
    }

    static bool AreHashes(IReadOnlyList<byte[]> proof) => proof.All(it => it is { Length: Merkle.Length });

    // The proof's next hash lies to the left: of a right child, and of the last subtree, which may have no sister.
    static bool IsLeft(long place, long last) => (place & 1) == 1 || place == last;

    static (long Place, long Last) Up(long place, long last)
    {
        if (place == last)
            while ((place & 1) == 0 && place != 0) (place, last) = (place >> 1, last >> 1);
        return (place >> 1, last >> 1);
    }
}
