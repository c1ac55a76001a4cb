using System.Globalization;
using System.Text.Json.Serialization;

namespace Pst.Web.Paper;

/// <summary>A table that leaves the program: the one shape behind what a page shows, CSV and XLSX.</summary>
/// <param name="Name">In addresses and file names: small letters, digits, hyphens.</param>
/// <param name="Title">As people read it.</param>
/// <param name="Heads">One a column.</param>
/// <param name="Rows">Each with as many cells as there are heads.</param>
public sealed record Table(string Name, string Title, IReadOnlyList<string> Heads, IReadOnlyList<IReadOnlyList<Cell>> Rows)
{
    /// <summary>Whether figures stand in a column, under a head that stands as they do.</summary>
    public bool HasFigures(int column) => Rows.Any(it => it[column].IsFigure);

    /// <summary>The same with one more column, the same value in every row.</summary>
    public Table With(string head, Cell value) =>
        this with { Heads = [.. Heads, head], Rows = [.. Rows.Select(it => (Cell[])[.. it, value])] };
}

/// <summary>What stands in a cell, with its type: a workbook keeps it, CSV writes it for programs, people see it as they write.</summary>
[JsonDerivedType(typeof(Words), "text"), JsonDerivedType(typeof(Count), "count"), JsonDerivedType(typeof(Measure), "measure")]
[JsonDerivedType(typeof(Percent), "percent"), JsonDerivedType(typeof(Day), "day"), JsonDerivedType(typeof(Moment), "moment")]
public abstract record Cell
{
    /// <summary>Nothing to tell.</summary>
    public static readonly Cell None = new Words("");

    Cell() { }

    /// <summary>Text; never a formula, whatever it begins with.</summary>
    public sealed record Words(string Text) : Cell;

    public sealed record Count(long Number) : Cell;

    /// <param name="Decimals">How many are shown.</param>
    public sealed record Measure(decimal Number, int Decimals) : Cell;

    /// <param name="Number">92.86 for 92.86 %.</param>
    public sealed record Percent(decimal Number) : Cell;

    public sealed record Day(DateOnly Date) : Cell;

    /// <param name="Local">On the office's clock, to the second.</param>
    public sealed record Moment(DateTime Local) : Cell;

    /// <summary>Whether it stands at the right, where figures stand.</summary>
    [JsonIgnore]
    public bool IsFigure => this is Count or Measure or Percent;

    /// <summary>As people read it, in the culture of the moment.</summary>
    public string Shown(CultureInfo dates) => this switch
    {
        Words(var text) => text,
        Count(var number) => number.ToString("N0", CultureInfo.CurrentCulture),
        Measure(var number, var decimals) => number.ToString($"N{decimals}", CultureInfo.CurrentCulture),
        Percent(var number) => $"{number.ToString("N2", CultureInfo.CurrentCulture)}%",
        Day(var date) => date.ToString("d MMMM yyyy", dates),
        Moment(var local) => local.ToString("d MMMM yyyy HH.mm", dates),
        _ => throw new InvalidOperationException($"{this} is not shown."),
    };

    public static implicit operator Cell(string? text) => text is null ? None : new Words(text);
    public static implicit operator Cell(long? number) => number is { } known ? new Count(known) : None;
    public static implicit operator Cell(int number) => new Count(number);
    public static implicit operator Cell(DateOnly date) => new Day(date);
}
