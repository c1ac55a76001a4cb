namespace Pst.Proof;

/// <summary>
/// A tree that only grows, as the roots of its whole subtrees from left to right: all that is needed to add leaves and to know the root,
/// in memory that does not grow with the log.
/// </summary>
public sealed class Frontier
{
    readonly List<(Subtree Place, byte[] Hash)> roots = [];

    /// <summary>Leaves so far.</summary>
    public long Size { get; private set; }

    /// <summary>A tree of some leaves whose whole subtrees are known.</summary>
    /// <param name="roots">In the order of <see cref="Subtree.Of"/>.</param>
    public static Frontier Of(long size, IReadOnlyList<byte[]> roots)
    {
        var places = Subtree.Of(0, size);
        if (places.Count != roots.Count) throw new ArgumentException("There is one hash for each whole subtree.", nameof(roots));

        var frontier = new Frontier { Size = size };
        frontier.roots.AddRange(places.Zip(roots));
        return frontier;
    }

    /// <summary>Adds the next leaf's hash.</summary>
    /// <param name="whole">Told each subtree that becomes whole with it, the small ones first; the leaf is not one.</param>
    public void Add(byte[] leaf, Action<Subtree, byte[]>? whole = null)
    {
        var (place, hash) = (new Subtree(0, Size++), leaf);
        while (place.IsRight)
        {
            (place, hash) = (place.Parent, Merkle.Node(roots[^1].Hash, hash));
            roots.RemoveAt(roots.Count - 1);
            whole?.Invoke(place, hash);
        }
        roots.Add((place, hash));
    }

    /// <summary>The tree's root as it is now.</summary>
    public byte[] Root() => RootOf([.. roots.Select(it => it.Hash)]);

    /// <summary>The root over whole subtrees that stand side by side, the largest first.</summary>
    public static byte[] RootOf(IReadOnlyList<byte[]> wholes)
    {
        if (wholes.Count == 0) return Merkle.EmptyRoot;

        var root = wholes[^1];
        for (var next = wholes.Count - 2; next >= 0; next--) root = Merkle.Node(wholes[next], root);
        return root;
    }
}
