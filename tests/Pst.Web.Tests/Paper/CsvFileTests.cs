using System.Text;
using Pst.Web.Paper;

namespace Pst.Web.Tests.Paper;

public sealed class CsvFileTests
{
    [Fact]
    public void Fields_are_written_as_RFC_4180_and_programs_want_them()
    {
        var text = Written(
            ["kantor", "nilai", "tanggal", "saat", "persen", "jumlah"],
            ["Metro, \"Lampung\"\nbaris dua", new Cell.Measure(-3.5m, 2), new DateOnly(2026, 3, 2),
                new Cell.Moment(new(2026, 3, 2, 9, 5, 1)), new Cell.Percent(92.857m), 12_345]);
        text.ShouldBe("""
            kantor,nilai,tanggal,saat,persen,jumlah
            "Metro, ""Lampung""
            baris dua",-3.50,2026-03-02,2026-03-02T09:05:01,92.86,12345

            """.ReplaceLineEndings("\r\n").Replace("\r\nbaris", "\nbaris"));
    }

    [Theory]
    [InlineData("=1+1"), InlineData("+62811"), InlineData("-kosong"), InlineData("@sum")]
    [InlineData("\t=1"), InlineData("  =1"), InlineData("＝1")]
    public void Nothing_that_somebody_wrote_becomes_a_formula(string text) =>
        Written(["a"], [text]).Split("\r\n")[1].Trim('"').ShouldBe($"'{text}");

    [Fact]
    public void It_says_that_it_is_UTF_8() =>
        CsvFile.Of(new("t", "T", ["à"], [])).ShouldBe([0xEF, 0xBB, 0xBF, .. "à\r\n"u8]);

    static string Written(string[] heads, Cell[] row) =>
        Encoding.UTF8.GetString(CsvFile.Of(new("t", "T", heads, [row]))).TrimStart('\uFEFF');
}
