using Microsoft.Extensions.Localization;
using Pst.Domain;
using Pst.Projections;
using Pst.Web.Paper;

namespace Pst.Web.Assessment;

/// <summary>What an assessment (ZI/WBK, PEKPPP) asks to see of an office, as tables.</summary>
public static class EvidenceTables
{
    static readonly string[] Heads = ["Komponen", "Isi"], Measured = ["Ukuran", "Nilai"];

    static readonly Figure[] Promise =
    [
        Figure.Visits, Figure.Served, Figure.Met, Figure.Missed, Figure.Withdrawn, Figure.Pending, Figure.Unknown, Figure.NoPromise,
        Figure.Voided, Figure.LateVisits, Figure.CompensationsOffered, Figure.CompensationsGiven,
    ];

    /// <summary>The published promise, in the decree's own words.</summary>
    public static Table Standard(Standard standard, LocalSettings local) => new("standar-pelayanan", "Standar pelayanan", Heads,
    [
        ["Layanan", standard.Service],
        ["Keputusan", standard.Decree],
        ["Berlaku sejak", standard.EffectiveFrom],
        .. standard.Requirements.Select(it => Row("Persyaratan", it.Text)),
        .. standard.Procedure.Offline.Select(it => Row("Prosedur, datang langsung", it.Text)),
        .. standard.Procedure.Online.Select(it => Row("Prosedur, daring", it.Text)),
        ["Jangka waktu penyelesaian", standard.Completion.Text],
        ["Biaya (rupiah)", standard.Fee],
        .. standard.Products.Select(it => Row("Produk pelayanan", it)),
        .. standard.Complaints.Select(it => Row("Penanganan pengaduan", $"{it.Channel}: {it.Value}")),
        ["Kompensasi layanan", local.Compensation ?? "belum ditetapkan"],
    ]);

    /// <summary>The signed statement; that there is none is told, too.</summary>
    public static Table Pledge(Pledge? pledge) => new("maklumat", "Maklumat pelayanan (UU 25/2009 pasal 22)", Heads, pledge is null
        ? [["Maklumat", "belum ditetapkan"]]
        : [["Bunyi", pledge.Text], ["Ditetapkan oleh", pledge.SignedBy], ["Jabatan", pledge.Position], ["Tanggal", pledge.SignedOn]]);

    /// <summary>How the promise on time was kept, and what was offered where it was not.</summary>
    public static Table Compliance(Sums sums, IStringLocalizer text) => new("kepatuhan", "Kepatuhan pada janji waktu", Measured,
    [
        Row("Kepatuhan (persen)", Percent(sums.CompliancePercent)),
        Row("Kepatuhan tanpa entri susulan (persen)", Percent(sums.ComplianceWithoutLatePercent)),
        .. Promise.Select(it => Row(text[$"figure.{Words.Of(it)}"].Value, sums[it])),
    ]);

    static Cell Percent(decimal? share) => share is { } known ? new Cell.Percent(known) : Cell.None;

    static IReadOnlyList<Cell> Row(string head, Cell value) => [head, value];
}
