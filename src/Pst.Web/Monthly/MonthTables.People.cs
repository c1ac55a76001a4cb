using Microsoft.Extensions.Localization;
using Pst.Domain;
using Pst.Projections;
using Pst.Web.Paper;

namespace Pst.Web.Monthly;

/// <summary>Who came, what they copied, and what is to be looked at twice.</summary>
public static partial class MonthTables
{
    static readonly (VisitGrouping By, string Key, string Name)[] Groups =
    [
        (VisitGrouping.Purpose, "purpose", "Keperluan"), (VisitGrouping.Gender, "gender", "Jenis kelamin"),
        (VisitGrouping.Age, "age", "Umur"),
        (VisitGrouping.Education, "education", "Pendidikan"), (VisitGrouping.Occupation, "occupation", "Pekerjaan"),
        (VisitGrouping.InstitutionKind, "institutionKind", "Instansi"), (VisitGrouping.Disability, "disability", "Penyandang disabilitas"),
    ];

    /// <summary>The table of what people said about themselves.</summary>
    internal const string People = "pengunjung";

    // It goes out of the house: small counts are hidden whoever asks for it.
    static Table Visitors(Figures sum, IStringLocalizer text) => new(People, "Siapa yang datang", ["Ciri", "Jawaban", "Kunjungan"],
    [
        .. Groups.SelectMany(group => Group(sum, group.By, group.Key, group.Name, text)),
        ["Rombongan", "tidak dirinci (orang)", sum[Figure.Companions]],
    ]);

    static IEnumerable<IReadOnlyList<Cell>> Group(Figures sum, VisitGrouping by, string key, string name, IStringLocalizer text)
    {
        var cells = sum.Cells(by);
        var shown = SmallCells.Shown([.. cells.Select(it => it.Count)], seesAll: false);
        foreach (var (index, cell) in cells.Index())
        {
            var answer = cell.Code is { } code ? text[$"{key}.{code}"].Value : "tidak diketahui";
            yield return [name, answer, shown[index] is { } count ? count : Hidden];
        }
    }

    static Table Copies(Figures sum, CopyLimit? limit) => new("fotokopi", "Fotokopi", ["Ukuran", "Nilai"],
    [
        Line("Lembar seluruhnya", sum[Figure.Sheets]),
        Line("Kunjungan dengan fotokopi", sum.SheetsOf.Sum),
        ["Batas lembar", limit is null ? "tidak ada fotokopi" : limit.MaxSheets],
        Line("Lewat batas dengan izin penyelia", sum[Figure.CopyOverrides]),
    ]);

    static Table Signs(Sums sums)
    {
        (string Name, Figure Figure)[] lines =
        [
            ("Dibatalkan setelah janjinya lewat", Figure.VoidedAfterMissed),
            ("Pergi dalam 30 detik terakhir sebelum janji lewat", Figure.WithdrawnAtLast),
            ("Tepat waktu tetapi tidak ada layanan yang dicatat", Figure.MetUnused),
            ("Dipanggil dua kali dan tidak ada", Figure.CalledTwiceAbsent),
            ("Kunjungan dengan catatan susulan", Figure.LateVisits),
            ("Masuk di luar jam dengan izin", Figure.HourOverrides),
        ];
        return new("tanda", "Yang perlu diperiksa", ["Tanda", "Kunjungan"], [.. lines.Select(it => Line(it.Name, sums[it.Figure]))]);
    }

    static Table Incidents(Sums sums)
    {
        (string Name, Figure Figure)[] lines =
        [
            ("Kartu tidak ditemukan", Figure.IdsLost), ("Kartu diberikan kepada orang lain", Figure.IdsHandedOver),
            ("Tas tertinggal", Figure.BagsLeft), ("Loker macet", Figure.LockersJammed),
        ];
        return new("kejadian", "Kejadian penitipan", ["Kejadian", "Jumlah"], [.. lines.Select(it => Line(it.Name, sums[it.Figure]))]);
    }
}
