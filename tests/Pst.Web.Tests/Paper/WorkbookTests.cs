using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Pst.Web.Paper;
using Cell = Pst.Web.Paper.Cell;
using Drawn = DocumentFormat.OpenXml.Spreadsheet.Cell;
using Table = Pst.Web.Paper.Table;
using Workbook = Pst.Web.Paper.Workbook;

namespace Pst.Web.Tests.Paper;

public sealed class WorkbookTests
{
    static readonly Table Days = new(
        "hari", "Kunjungan: menurut hari [semua] yang panjang", ["Hari", "Kunjungan", "Tepat waktu", "Rata-rata", "Catatan", "Dihitung"],
        [
            [
                new DateOnly(2026, 3, 2), 1_234, new Cell.Percent(92.86m), new Cell.Measure(3.525m, 2), "=SUM(A1)\u0001",
                new Cell.Moment(new(2026, 3, 2, 12, 0, 0)),
            ],
            [new DateOnly(2026, 3, 3), Cell.None, Cell.None, Cell.None, "", Cell.None],
        ]);

    [Fact]
    public void The_maker_of_the_format_finds_nothing_wrong()
    {
        using var book = Opened([Days, Days, new("kosong", "Tanpa baris", ["Satu"], [])]);
        new OpenXmlValidator().Validate(book).Select(it => $"{it.Path?.XPath}: {it.Description}").ShouldBeEmpty();
        var names = book.WorkbookPart!.Workbook.Descendants<Sheet>().Select(it => it.Name!.Value!).ToList();
        names.ShouldBe(["Kunjungan menurut hari semua ya", "Kunjungan menurut hari semua 2", "Tanpa baris"]);
    }

    [Fact]
    public void Numbers_and_dates_are_numbers_and_dates_and_nothing_is_a_formula()
    {
        using var book = Opened([Days]);
        var sheet = book.WorkbookPart!.WorksheetParts.Single().Worksheet;
        sheet.Descendants<CellFormula>().ShouldBeEmpty();
        var row = sheet.Descendants<Row>().ElementAt(1).Elements<Drawn>().ToList();
        row.Select(it => it.CellValue?.Text).ShouldBe(["46083", "1234", "0.9286", "3.525", null, "46083.5"]);
        row[4].InnerText.ShouldBe("=SUM(A1)");
        DateTime.FromOADate(double.Parse(row[0].CellValue!.Text, CultureInfo.InvariantCulture)).ShouldBe(new(2026, 3, 2));
    }

    [Fact]
    public void The_heads_stay_in_view()
    {
        using var book = Opened([Days]);
        var pane = book.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Pane>().Single();
        (pane.State!.Value, pane.VerticalSplit!.Value, pane.TopLeftCell!.Value).ShouldBe((PaneStateValues.Frozen, 1, "A2"));
    }

    [Fact]
    public async Task The_same_tables_make_the_same_bytes()
    {
        var first = Workbook.Of([Days]);
        await Task.Delay(TimeSpan.FromSeconds(2.1)); // a zip counts time in steps of two seconds
        Workbook.Of([Days]).ShouldBe(first);
    }

    static SpreadsheetDocument Opened(IReadOnlyList<Table> tables) =>
        SpreadsheetDocument.Open(new MemoryStream(Workbook.Of(tables)), false);
}
