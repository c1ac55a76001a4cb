using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using Drawn = DocumentFormat.OpenXml.Spreadsheet.Cell;

namespace Pst.Web.Paper;

/// <summary>One sheet of a workbook: the heads in a line that stays, below them the rows.</summary>
static class Worksheets
{
    const double Widest = 60, Narrowest = 8; // in characters

    // Day 0 of spreadsheets, as it works out from March 1900 on.
    static readonly DateTime DayZero = new(1899, 12, 30);

    internal static Worksheet Of(Table table)
    {
        var rows = new SheetData(RowOf(1, table.Heads.Select(it => Text(it, CellLooks.Head))));
        foreach (var (index, row) in table.Rows.Index()) rows.AppendChild(RowOf(index + 2, row.Select(Drawn)));
        return new(HeadsThatStay(), Widths(table), rows);
    }

    static SheetViews HeadsThatStay() => new(new SheetView(new Pane
    {
        VerticalSplit = 1,
        TopLeftCell = "A2",
        ActivePane = PaneValues.BottomLeft,
        State = PaneStateValues.Frozen,
    })
    { WorkbookViewId = 0 });

    static Columns Widths(Table table) => new(table.Heads.Select((head, index) =>
    {
        var longest = table.Rows.Select(it => it[index].Shown(CultureInfo.InvariantCulture).Length).Append(head.Length).Max();
        var place = (uint)index + 1;
        return new Column { Min = place, Max = place, Width = Math.Clamp(longest + 2, Narrowest, Widest), CustomWidth = true };
    }));

    static Row RowOf(int number, IEnumerable<Drawn> cells) => new(cells) { RowIndex = (uint)number };

    static Drawn Drawn(Cell cell) => cell switch
    {
        Cell.Words(var text) => Text(text, CellLooks.Plain),
        Cell.Count(var number) => Number(number, CellLooks.Whole),
        Cell.Measure(var number, <= 1) => Number(number, CellLooks.OneDecimal),
        Cell.Measure(var number, _) => Number(number, CellLooks.TwoDecimals),
        Cell.Percent(var number) => Number(number / 100, CellLooks.Percent),
        Cell.Day(var date) => Number((decimal)(date.ToDateTime(TimeOnly.MinValue) - DayZero).TotalDays, CellLooks.Date),
        Cell.Moment(var local) => Number((decimal)(local - DayZero).TotalSeconds / 86_400, CellLooks.Moment),
        _ => throw new InvalidOperationException($"{cell} is not drawn."),
    };

    static Drawn Number(decimal number, uint look) =>
        new(new CellValue(number.ToString(CultureInfo.InvariantCulture))) { StyleIndex = look };

    // XML has no word for most control characters.
    static Drawn Text(string text, uint look)
    {
        var plain = string.Concat(text.Where(it => it is '\t' or '\n' or '\r' || !char.IsControl(it)));
        return new(new InlineString(new Text(plain) { Space = SpaceProcessingModeValues.Preserve }))
        {
            DataType = CellValues.InlineString,
            StyleIndex = look,
        };
    }
}
