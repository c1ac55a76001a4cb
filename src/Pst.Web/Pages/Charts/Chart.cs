using System.Globalization;

namespace Pst.Web.Pages.Charts;

/// <summary>How a chart is drawn; charts.js knows how.</summary>
public enum ChartKind { Columns, Rows, Line, Funnel }

/// <summary>Figures as a table, and how a script draws them; the table is what the drawing is made of, so both say the same.</summary>
/// <param name="Id">Of its place on the page.</param>
/// <param name="Summary">What it shows, in one sentence: for all who look, and for those who hear it.</param>
/// <param name="Head">What its rows are.</param>
public sealed record Chart(
    string Id, ChartKind Kind, string Title, string Summary, string Head, IReadOnlyList<ChartColumn> Columns, IReadOnlyList<ChartRow> Rows)
{
    /// <summary>The page's anchor where the figure is defined.</summary>
    public string? Definition { get; init; }

    /// <summary>The promise, the target: a line across the drawing.</summary>
    public ChartMark? Mark { get; init; }

    /// <summary>Where the scale begins and ends; null as the figures have it.</summary>
    public decimal? Least { get; init; }

    public decimal? Most { get; init; }

    /// <summary>Behind the numbers of the scale.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Counts have no halves.</summary>
    public bool IsCount { get; init; }

    /// <summary>What is to be known of the figures, in small print.</summary>
    public string? Note { get; init; }

    /// <summary>For a funnel: how many there are, and the two limits below and above.</summary>
    public IReadOnlyList<decimal[]>? Limits { get; init; }

    /// <summary>Whether there is anything to draw.</summary>
    public bool IsEmpty => !Rows.Any(row => row.Cells.Any(cell => cell.Value is not null));
}

/// <param name="IsDrawn">Else it stands in the table alone.</param>
public sealed record ChartColumn(string Name, bool IsDrawn = true);

/// <param name="Address">What lies behind the figures; null where nobody may look or nothing is.</param>
/// <param name="IsLate">What is past the promise or under the target: drawn in red, and marked by a word or shape.</param>
public sealed record ChartRow(string Label, IReadOnlyList<ChartCell> Cells, string? Address = null, bool IsLate = false);

/// <param name="Value">Null where there is none, or it is hidden.</param>
/// <param name="Text">As it is read.</param>
public sealed record ChartCell(decimal? Value, string Text)
{
    /// <summary>What is not there.</summary>
    public const string Nothing = "–";

    public static ChartCell Of(int count) => new(count, count.ToString("N0", Languages.Indonesian));

    /// <param name="decimals">As many, also of zeros.</param>
    public static ChartCell Of(decimal? value, int decimals, string unit = "") =>
        value is { } there ? new(there, there.ToString($"N{decimals}", Languages.Indonesian) + unit) : new(null, Nothing);

    /// <summary>As scripts read it.</summary>
    public string? Plain => Value?.ToString(CultureInfo.InvariantCulture);
}

/// <param name="At">On the scale; of columns between which of them: 0 is before the first.</param>
public sealed record ChartMark(decimal At, string Name);
