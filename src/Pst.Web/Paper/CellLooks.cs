using DocumentFormat.OpenXml.Spreadsheet;

namespace Pst.Web.Paper;

/// <summary>How a workbook shows what it holds, by the places in its style sheet.</summary>
static class CellLooks
{
    internal const uint Plain = 0, Head = 1, Whole = 2, OneDecimal = 3, TwoDecimals = 4, Percent = 5, Date = 6, Moment = 7;

    // Below 164 they are built in: 1 is 0, 3 is #,##0, 4 is #,##0.00, 10 is 0.00%.
    const uint OwnDecimal = 164, OwnDate = 165, OwnMoment = 166;

    internal static Stylesheet Stylesheet() => new(
        new NumberingFormats(
            new NumberingFormat { NumberFormatId = OwnDecimal, FormatCode = "#,##0.0" },
            new NumberingFormat { NumberFormatId = OwnDate, FormatCode = "dd/mm/yyyy" },
            new NumberingFormat { NumberFormatId = OwnMoment, FormatCode = "dd/mm/yyyy hh:mm:ss" }),
        new Fonts(new Font(), new Font(new Bold())),
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 })), // these two are the format's own
        new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder())),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            new CellFormat(),
            new CellFormat(new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Top })
            { FontId = 1, ApplyFont = true, ApplyAlignment = true },
            Of(3), Of(OwnDecimal), Of(4), Of(10), Of(OwnDate), Of(OwnMoment)));

    static CellFormat Of(uint format) => new() { NumberFormatId = format, ApplyNumberFormat = true };
}
