using System.Net;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Pst.Pages.Tests.Support;
using Pst.Testing;

namespace Pst.Pages.Tests.Monthly;

public sealed class MonthTests(DemoMonth demo) : IClassFixture<DemoMonth>
{
    const string February = "/laporan/1872/2026-02";

    [Fact]
    public async Task The_month_on_paper_is_text_with_its_fonts_and_tags()
    {
        var manager = await demo.SignInAsync(DemoMonth.Manager);
        await manager.OpenAsync($"{February}/laporan.pdf");
        manager.Status.ShouldBe(HttpStatusCode.OK, manager.Page.Body!.TextContent);
        var bytes = await manager.Answer.Content.ReadAsByteArrayAsync();
        if (Environment.GetEnvironmentVariable("PST_PDF") is { } kept) await File.WriteAllBytesAsync(kept, bytes);
        var pdf = await PdfFile.OfAsync(bytes);

        var (info, text) = (await pdf.InfoAsync(), await pdf.TextAsync());
        (info["Tagged"], info["Title"]).ShouldBe(("yes", "Laporan bulanan BPS Kota Metro, Februari 2026"));
        (await pdf.FontsAsync()).ShouldAllBe(it => it.IsEmbedded);
        text.ShouldContain("Pelayanan Statistik Terpadu BPS Kota Metro");
        text.ShouldContain($"Halaman {info["Pages"]} dari {info["Pages"]}");
        text.ShouldContain("27 Februari 2026");
        text.ShouldContain("Sidik angka");
    }

    [Fact]
    public async Task The_same_position_gives_the_same_bytes_of_data_to_whoever_asks_in_whatever_language()
    {
        var manager = await demo.SignInAsync(DemoMonth.Manager);
        await manager.OpenAsync($"{February}/harian.csv");
        var csv = await manager.Answer.Content.ReadAsStringAsync();
        csv.Split("\r\n")[1].ShouldMatch(@"^2026-02-\d\d,\d+,\d+,\d+,\d+,\d+,\d+\.\d\d,\d+$");
        var position = csv.Split("\r\n")[1].Split(',')[^1];
        manager.Address.ShouldBe($"{February}/harian.csv?posisi={position}");

        foreach (var file in (string[])["harian.csv", "pengunjung.csv", "laporan.xlsx"])
        {
            var first = await BytesAsync(manager, $"{February}/{file}?posisi={position}");
            var other = await demo.SignInAsync(DemoMonth.Supervisor);
            (await BytesAsync(other, $"{February}/{file}?posisi={position}&bahasa=en")).ShouldBe(first, file);
        }
    }

    [Fact]
    public async Task The_workbook_holds_every_table_and_its_maker_finds_nothing_wrong()
    {
        var bytes = await BytesAsync(await demo.SignInAsync(DemoMonth.Manager), $"{February}/laporan.xlsx");
        using var book = SpreadsheetDocument.Open(new MemoryStream(bytes), false);
        new OpenXmlValidator().Validate(book).ShouldBeEmpty();
        var names = book.WorkbookPart!.Workbook.Descendants<Sheet>().Select(it => it.Name!.Value).ToList();
        names[..3].ShouldBe(["Keterangan", "Ringkasan", "Janji waktu"]);
        book.WorkbookPart.WorksheetParts.SelectMany(it => it.Worksheet.Descendants<CellFormula>()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Small_counts_are_hidden_in_what_leaves_the_house_also_from_the_supervisor()
    {
        var supervisor = await demo.SignInAsync(DemoMonth.Supervisor);
        var lines = (await TextAsync(supervisor, $"{February}/pengunjung.csv")).Split("\r\n")[1..^2].Select(it => it.Split(','));
        lines.Select(it => it[2]).ShouldContain("*");
        lines.Select(it => it[2]).ShouldNotContain(it => it == "1" || it == "2" || it == "3" || it == "4");
    }

    [Fact]
    public async Task Other_months_issues_positions_and_files_are_not_found()
    {
        var manager = await demo.SignInAsync(DemoMonth.Manager);
        foreach (var address in (string[])
            ["/laporan/1872/2026-13", "/ikm/1872?posisi=0", "/ikm/1872?posisi=999999999", "/laporan/1872/2026-04",
                $"{February}?terbit=7", $"{February}?posisi=999999999", $"{February}?posisi=0",
                $"{February}/lain.csv?posisi=1", "/laporan/5272/2026-02", "/bukti/tidak-ada"])
            (await manager.OpenAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound, address);
    }

    static async Task<byte[]> BytesAsync(Browser browser, string address) =>
        await (await browser.OpenAsync(address)).Answer.Content.ReadAsByteArrayAsync();

    static async Task<string> TextAsync(Browser browser, string address) =>
        await (await browser.OpenAsync(address)).Answer.Content.ReadAsStringAsync();
}
