namespace Pst.Proof;

/// <summary>A subtree of 2^<paramref name="Height"/> leaves.</summary>
/// <param name="Index">Counted from 0 among those of its height.</param>
public readonly record struct Subtree(int Height, long Index)
{
    internal bool IsRight => (Index & 1) == 1;
    internal Subtree Parent => new(Height + 1, Index >> 1);

    /// <summary>The whole subtrees that make up some leaves, from left to right.</summary>
    /// <param name="from">The first leaf, counted from 0, where a subtree of at least that many leaves may begin.</param>
    /// <param name="to">The leaf after the last.</param>
    public static IReadOnlyList<Subtree> Of(long from, long to)
    {
        var found = new List<Subtree>();
        for (var at = from; at < to;)
        {
            var height = 63 - (int)long.LeadingZeroCount(to - at);
            if (at > 0) height = Math.Min(height, (int)long.TrailingZeroCount(at));
            found.Add(new(height, at >> height));
            at += 1L << height;
        }
        return found;
    }
}
