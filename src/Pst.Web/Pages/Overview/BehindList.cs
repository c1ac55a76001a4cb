using Pst.Projections;

namespace Pst.Web.Pages.Overview;

/// <summary>The visits behind a figure.</summary>
/// <param name="Visits">Null where they are so few that they are hidden from the reader.</param>
public sealed record BehindList(IReadOnlyList<VisitFact>? Visits)
{
    /// <summary>
    /// Who is grouped by what people said of themselves is hidden as the cell of the table is, and where other conditions leave too few.
    /// </summary>
    public static BehindList Of(FiguredVisits all, VisitsBehind which, bool seesAll)
    {
        var at = all.Computed.At;
        List<VisitFact> found = [.. all.Visits.Where(it => which.Includes(it, at)).OrderByDescending(it => it.Row.ArrivedAt)];
        var isHidden = which.By is >= VisitGrouping.Purpose and { } by
            && (IsHidden(all, by, which.Code, seesAll) || SmallCells.Shown(found.Count, seesAll) is null);
        return new(isHidden ? null : found);
    }

    static bool IsHidden(FiguredVisits all, VisitGrouping by, int? code, bool seesAll)
    {
        var cells = Figures.Of(all.Visits, all.Computed.At).Cells(by);
        var shown = SmallCells.Shown([.. cells.Select(it => it.Count)], seesAll);
        return cells.Zip(shown).Any(it => it.First.Code == code && it.Second is null);
    }
}
