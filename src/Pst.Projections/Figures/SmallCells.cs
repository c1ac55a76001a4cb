namespace Pst.Projections;

/// <summary>
/// Counts so small that somebody might be known by them. They are shown to the office's own supervisor and auditor alone; pages, prints and
/// files all ask here.
/// </summary>
public static class SmallCells
{
    /// <summary>A count from 1 to one below this is hidden.</summary>
    public const int Fewest = 5;

    /// <summary>
    /// The counts of one table as they may be shown; null is hidden. Where a single one is, so is the next smallest, or the table's sum
    /// would tell it.
    /// </summary>
    /// <param name="seesAll">The reader is the office's own supervisor or auditor.</param>
    public static IReadOnlyList<int?> Shown(IReadOnlyList<int> counts, bool seesAll)
    {
        if (seesAll) return [.. counts.Select(it => (int?)it)];
        var hidden = counts.Index().Where(it => IsSmall(it.Item)).Select(it => it.Index).ToHashSet();
        if (hidden.Count == 1)
            hidden.UnionWith(counts.Index().Where(it => it.Item >= Fewest).OrderBy(it => it.Item).Take(1).Select(it => it.Index));
        return [.. counts.Select((count, index) => hidden.Contains(index) ? (int?)null : count)];
    }

    /// <summary>One count that stands for itself.</summary>
    public static int? Shown(int count, bool seesAll) => Shown([count], seesAll)[0];

    static bool IsSmall(int count) => count is > 0 and < Fewest;
}
