namespace Pst.Projections;

/// <summary>The copies of some days.</summary>
/// <param name="Visitors">Who had any made.</param>
/// <param name="Overrides">How often a supervisor let more through than the limit.</param>
/// <param name="AtLimit">Visitors who reached or passed the limit of a window.</param>
public sealed record CopiesReport(int Visitors, int Sheets, int Overrides, int AtLimit)
{
    /// <param name="copies">Those of the days, and those before them that count in the same windows.</param>
    internal static CopiesReport Of(IReadOnlyCollection<Copied> copies, DateOnly from)
    {
        var counted = copies.Where(it => it.Sheets.Day >= from).ToList();
        var byVisitor = copies.ToLookup(it => it.Visitor, it => it.Sheets);
        var atLimit = counted.Where(it => it.Limit is { } limit && byVisitor[it.Visitor]
            .Where(other => other.IsIn(limit.Window, it.Sheets.Visit, it.Sheets.Day)).Sum(other => other.Sheets) >= limit.MaxSheets);
        return new(
            counted.Select(it => it.Visitor).ToHashSet().Count, counted.Sum(it => it.Sheets.Sheets), counted.Count(it => it.Overridden),
            atLimit.Select(it => it.Visitor).ToHashSet().Count);
    }

    /// <summary>Sheets copied in one go.</summary>
    /// <param name="Limit">Under which they were made.</param>
    internal readonly record struct Copied(VisitorId Visitor, CopiedSheets Sheets, bool Overridden, CopyLimit? Limit);
}
