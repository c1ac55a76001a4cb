using System.Globalization;

namespace Pst.Web.Paper;

/// <summary>A table's figures as bars, drawn here as vectors: paper knows no script.</summary>
/// <param name="Summary">For whoever does not see it; the table beside it says the rest.</param>
/// <param name="IsLying">Bars that lie, for long names.</param>
/// <param name="Most">Where the scale ends.</param>
public sealed record PaperChart(string Summary, IReadOnlyList<PaperBar> Bars, bool IsLying, decimal Most)
{
    /// <summary>The mark's place among the bars that stand, and its name; null without one.</summary>
    public (int After, string Name)? Mark { get; init; }

    /// <summary>The value in a column of each row, under what stands in another.</summary>
    public static PaperChart Of(Table table, int label, int value, bool isLying = false, decimal? most = null)
    {
        var bars = table.Rows.Select(it => PaperBar.Of(it[label], it[value])).ToList();
        return new(table.Title, bars, isLying, most ?? Math.Max(1, bars.Max(it => it.Value) ?? 1));
    }

    /// <summary>A number as SVG writes it.</summary>
    public static string At(decimal place) => place.ToString("0.##", CultureInfo.InvariantCulture);
}

/// <param name="Value">Null where there is none.</param>
/// <param name="Text">As it is read.</param>
public sealed record PaperBar(string Label, decimal? Value, string Text)
{
    internal static PaperBar Of(Cell label, Cell value) => new(
        label is Cell.Day(var day) ? $"{day.Day}" : label.Shown(CultureInfo.CurrentCulture),
        value switch
        {
            Cell.Count(var count) => count,
            Cell.Measure(var number, _) => number,
            Cell.Percent(var number) => number,
            _ => null,
        },
        value.Shown(CultureInfo.CurrentCulture));
}
