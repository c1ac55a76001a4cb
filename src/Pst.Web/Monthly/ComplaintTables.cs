using Microsoft.Extensions.Localization;
using Pst.Domain;
using Pst.Projections;
using Pst.Web.Paper;

namespace Pst.Web.Monthly;

using static ComplaintFigure;

/// <summary>The complaints of a period as tables: counts, and one by one without what anybody wrote or who it was.</summary>
public static class ComplaintTables
{
    /// <summary>The first of them.</summary>
    public const string Counts = "pengaduan";

    static readonly string[] Steps =
    [
        "Diterima", "Diverifikasi tepat waktu", "Dijawab tepat waktu", "Diselesaikan tepat waktu", "Masih terbuka", "Ditutup",
    ];

    static readonly ComplaintFigure[] Counted = [Received, VerifiedInTime, AnsweredInTime, ResolvedInTime, Open, Closed];

    /// <summary>By class, by promise and by way.</summary>
    /// <param name="before">Those of the month before; null where none are compared.</param>
    /// <param name="text">In Indonesian.</param>
    public static IReadOnlyList<Table> Of(ComplaintFigures now, ComplaintFigures? before, IStringLocalizer text) =>
        [ByClass(now, before, text), Promises(now.Total), Ways(now.Total, text)];

    /// <summary>Each complaint: what was promised of it, and when it was done.</summary>
    public static Table List(IReadOnlyList<ComplaintFact> facts, IStringLocalizer text) => new(
        "pengaduan-daftar", "Pengaduan satu per satu",
        [
            "Kode", "Diterima", "Saluran", "Tentang", "Tahap", "Verifikasi sampai", "Diverifikasi", "Jawaban sampai", "Dijawab",
            "Penyelesaian sampai", "Diselesaikan", "Ditutup",
        ],
        [.. facts.Select(it => Row(it, text))]);

    static Table ByClass(ComplaintFigures now, ComplaintFigures? before, IStringLocalizer text) => new(
        Counts, "Pengaduan menurut unsur pelayanan", ["Unsur", .. Steps],
        [
            .. Enum.GetValues<Element>().Select(it => Line(text[$"element.{it}"].Value, now.Of(it))),
            Line("belum diverifikasi", now.Of(null)), Line("Seluruhnya", now.Total),
            .. before is null ? [] : (IReadOnlyList<Cell>[])[Line("Bulan sebelumnya, seluruhnya", before.Total)],
        ]);

    static Table Promises(ComplaintSums sums) => new(
        "pengaduan-tenggat", "Tenggat pengaduan (PermenPANRB 62/2018)",
        ["Tahap", "Tepat waktu", "Terlambat", "Belum jatuh tempo", "Ditutup tanpa penyelesaian", "Tepat waktu (%)"],
        [
            Promise("Verifikasi, 3 hari kerja", sums, VerifiedInTime, 0), Promise("Jawaban pertama, 5 hari kerja", sums, AnsweredInTime, 0),
            Promise("Penyelesaian, 14 hari kerja (pengawasan 60)", sums, ResolvedInTime, sums[Unresolved]),
        ]);

    static IReadOnlyList<Cell> Promise(string name, ComplaintSums sums, ComplaintFigure inTime, int without) =>
    [
        name, sums[inTime], sums[inTime + 1], sums[inTime + 2], without,
        sums.InTimePercent(inTime) is { } percent ? new Cell.Percent(percent) : Cell.None,
    ];

    static Table Ways(ComplaintSums sums, IStringLocalizer text) => new(
        "pengaduan-saluran", "Pengaduan menurut saluran", ["Saluran", "Diterima"],
        [
            .. Enum.GetValues<ComplaintWay>()
                .Select(it => (IReadOnlyList<Cell>)[text[$"complaint.way.{Words.Of(it)}"].Value, sums[Online + ((int)it - 1)]]),
            ["di antaranya tanpa nama", sums[Anonymous]],
        ]);

    static IReadOnlyList<Cell> Line(string name, ComplaintSums sums) => [name, .. Counted.Select(it => (Cell)sums[it])];

    static IReadOnlyList<Cell> Row(ComplaintFact fact, IStringLocalizer text)
    {
        var row = fact.Row;
        Cell On(DateTimeOffset? at) => at is { } done ? fact.Zone.Day(done) : Cell.None;
        return
        [
            $"{row.Code}", fact.Day, text[$"complaint.way.{Words.Of(row.Way)}"].Value,
            row.Class is { } element ? text[$"element.{element}"].Value : "belum diverifikasi",
            text[$"complaint.stage.{(row.Stage is { } stage ? Words.Of(stage) : "closed")}"].Value,
            row.Deadlines.VerifyBy, On(row.VerifiedAt), row.Deadlines.RespondBy, On(row.AnsweredAt), row.ResolveBy, On(row.ResolvedAt),
            On(row.ClosedAt),
        ];
    }
}
