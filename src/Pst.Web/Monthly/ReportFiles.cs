using Pst.Web.Paper;

namespace Pst.Web.Monthly;

/// <summary>What every file of figures says: of which log they are, so that they can be had again.</summary>
public static class ReportFiles
{
    /// <summary>A workbook's first sheet.</summary>
    public static Table About(MonthReport report, KeptReport? kept) => new("keterangan", "Keterangan", ["Hal", "Isi"],
    [
        ["Kantor", report.Office.Name], ["Kode kantor", report.Code.Value],
        ["Bulan, dari", report.Period.From], ["Bulan, sampai", report.Period.To],
        ["Posisi log", report.Computed.Position], ["Dinilai pada", new Cell.Moment(Local(report))],
        ["Terbitan", kept is null ? "tidak disimpan" : kept.Issue], ["Sidik angka", MonthReport.Spell(report.Digest)],
    ]);

    /// <summary>A table with the position in every line.</summary>
    public static Table Placed(Table table, MonthReport report) => table.With("Posisi log", report.Computed.Position);

    static DateTime Local(MonthReport report)
    {
        var local = report.Office.TimeZone.Local(report.Computed.At).DateTime;
        return new(local.Ticks - local.Ticks % TimeSpan.TicksPerSecond);
    }
}
