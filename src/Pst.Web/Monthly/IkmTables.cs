using Microsoft.Extensions.Localization;
using Pst.Domain;
using Pst.Projections;
using Pst.Web.Paper;

namespace Pst.Web.Monthly;

/// <summary>The public satisfaction index as an office hands it in (PermenPANRB 14/2017): elements, and what follows from them.</summary>
public static class IkmTables
{
    const string Weight = "1/9"; // exactly: nine elements of equal weight

    /// <summary>Each element's mean; without figures where the answers are too few.</summary>
    public static Table Elements(Sums sums, IStringLocalizer text) => new(
        "ikm-unsur", "Nilai rata-rata per unsur",
        ["No", "Unsur pelayanan", "Jawaban lengkap", "Jumlah nilai", "Nilai rata-rata (NRR)", "Bobot", "NRR tertimbang"],
        [.. Enum.GetValues<Element>().Select(it => Row(it, sums, sums.Ikm, text))]);

    /// <summary>The index, its band, and whether enough were asked.</summary>
    public static Table Index(Sums sums)
    {
        var (complete, needed) = (sums[Figure.Complete], sums.SampleNeeded);
        return new("ikm", "Indeks Kepuasan Masyarakat", ["Ukuran", "Nilai"],
        [
            ["IKM", sums.Ikm is { } ikm ? new Cell.Measure(ikm.Value, 2) : "belum cukup"],
            ["Mutu pelayanan", BandOf(sums.Ikm)],
            ["Jawaban lengkap (sembilan unsur)", complete],
            ["Penilaian seluruhnya", sums[Figure.Ratings]],
            ["Pengguna yang dilayani (populasi)", sums[Figure.Served]],
            ["Sampel yang diperlukan (Krejcie dan Morgan)", needed],
            ["Sampel tercapai", complete >= needed && needed > 0 ? "ya" : "belum"],
        ]);
    }

    /// <summary>"A (sangat baik)"; <c>insufficient</c> of too few answers.</summary>
    public static string BandOf(Ikm? ikm) => ikm?.Band switch
    {
        IkmBand.A => "A (sangat baik)",
        IkmBand.B => "B (baik)",
        IkmBand.C => "C (kurang baik)",
        IkmBand.D => "D (tidak baik)",
        _ => $"tidak cukup (kurang dari {Ikm.FewestAnswers} jawaban lengkap)",
    };

    static IReadOnlyList<Cell> Row(Element element, Sums sums, Ikm? ikm, IStringLocalizer text) =>
    [
        (int)element, text[$"element.{element}"].Value, sums[Figure.Complete], ikm is null ? Cell.None : sums[Sums.Of(element)],
        ikm is null ? Cell.None : new Cell.Measure(ikm.Nrr[element].Round(2), 2), Weight,
        ikm is null ? Cell.None : new Cell.Measure((ikm.Nrr[element] * new Fraction(1, 9)).Round(3), 3),
    ];
}
