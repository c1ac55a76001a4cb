using Microsoft.Extensions.Localization;
using Pst.Domain;
using Pst.Projections;
using Pst.Web.Paper;

namespace Pst.Web.Monthly;

/// <summary>The tables of a month, from its figures and those of the month before.</summary>
public static partial class MonthTables
{
    /// <summary>What stands for a count so small that somebody might be known by it.</summary>
    public const string Hidden = "*";

    const int Bars = 10;

    /// <param name="figures">From the first day of the month before.</param>
    /// <param name="text">In Indonesian.</param>
    public static IReadOnlyList<Table> Of(OfficeFigures figures, ReportPeriod month, IStringLocalizer text)
    {
        var days = figures.Days.Where(it => month.Contains(it.Day)).ToList();
        var sum = Sum(days);
        return
        [
            Summary(sum, Sum(figures.Days.Where(it => month.Before.Contains(it.Day)))), Promise(sum.Sums, text),
            Waits(sum.Waits, figures.PromisedMinutes), ByDay(days), ByHour(sum), Visitors(sum, text),
            IkmTables.Elements(sum.Sums, text), IkmTables.Index(sum.Sums), Copies(sum, figures.CopyLimit),
            Signs(sum.Sums), Incidents(sum.Sums),
        ];
    }

    static Figures Sum(IEnumerable<DayFigures> days) => Figures.Sum([.. days.Select(it => it.Figures)]);

    static Table Summary(Figures now, Figures before)
    {
        (string Name, Func<Figures, Cell> Of)[] lines =
        [
            ("Kunjungan", it => it[Figure.Visits]), ("Orang, dengan rombongannya", it => it[Figure.People]),
            ("Kunjungan langsung", it => it[Figure.Offline]), ("Kunjungan daring", it => it[Figure.Online]),
            ("Dilayani", it => it[Figure.Served]), ("Janji terpenuhi tepat waktu (%)", it => PercentOf(it.Sums.CompliancePercent)),
            ("Yang dinilai ketepatannya", it => it[Figure.Met] + it[Figure.Missed]),
            ("Tepat waktu tanpa catatan susulan (%)", it => PercentOf(it.Sums.ComplianceWithoutLatePercent)),
            ("Lama menunggu, median (menit)", it => Minutes(it.Waits.MedianSeconds)),
            ("Lama menunggu, 9 dari 10 (menit)", it => Minutes(it.Waits.P90Seconds)),
            ("Penilaian", it => it[Figure.Ratings]), ("Rata-rata penilaian (1–4)", it => Mean(it.Sums.MeanMark)),
            ("IKM", it => Mean(it.Sums.Ikm?.Value)), ("Fotokopi (lembar)", it => it[Figure.Sheets]),
        ];
        return new("ringkasan", "Ringkasan", ["Ukuran", "Bulan ini", "Bulan sebelumnya"],
            [.. lines.Select(it => (IReadOnlyList<Cell>)[it.Name, it.Of(now), it.Of(before)])]);
    }

    static Table Promise(Sums sums, IStringLocalizer text) => new("janji-waktu", "Janji waktu", ["Keadaan", "Kunjungan"],
    [
        .. Enum.GetValues<Verdict>().Select(it => Line(text[$"sla.{Words.Of(it)}"].Value, sums[FigureOf(it)])),
        Line("dibatalkan (di luar statistik)", sums[Figure.Voided]),
        Line("kompensasi ditawarkan", sums[Figure.CompensationsOffered]), Line("kompensasi diberikan", sums[Figure.CompensationsGiven]),
    ]);

    static Table Waits(Durations waits, int? promised)
    {
        var width = TimeSpan.FromMinutes(promised is { } minutes ? minutes / 5.0 : 5);
        return new("waktu-tunggu", "Lama menunggu sampai dilayani", ["Menit", "Kunjungan", "Menurut janji"],
        [
            .. waits.Bars(width, Bars).Select(it => (IReadOnlyList<Cell>)[Range(it), it.Count, Kept(it, promised)]),
        ]);
    }

    static Table ByDay(IEnumerable<DayFigures> days) => new(
        "harian", "Kunjungan menurut hari",
        ["Tanggal", "Kunjungan", "Orang", "Dilayani", "Terpenuhi", "Tidak terpenuhi", "Tepat waktu (%)"],
        [
            .. days.Select(it => (IReadOnlyList<Cell>)
            [
                it.Day, it.Figures[Figure.Visits], it.Figures[Figure.People], it.Figures[Figure.Served], it.Figures[Figure.Met],
                it.Figures[Figure.Missed], PercentOf(it.Figures.Sums.CompliancePercent),
            ]),
        ]);

    static Table ByHour(Figures sum) => new("jam", "Kunjungan menurut jam kedatangan", ["Jam", "Kunjungan"],
        [.. sum.Cells(VisitGrouping.Hour).Where(it => it.Count > 0).Select(it => Line($"{it.Code:00}.00–{it.Code:00}.59", it.Count))]);

    static string Kept(DurationBar bar, int? promised) => promised is not { } minutes ? ""
        : bar.Through <= TimeSpan.FromMinutes(minutes) ? "dalam janji" : "lewat janji";

    static IReadOnlyList<Cell> Line(string name, int count) => [name, count];

    static Cell PercentOf(decimal? percent) => percent is { } known ? new Cell.Percent(known) : Cell.None;
    static Cell Mean(decimal? mean) => mean is { } known ? new Cell.Measure(known, 2) : Cell.None;

    static Cell Minutes(double? seconds) =>
        seconds is { } known ? new Cell.Measure(Math.Round((decimal)known / 60, 1, MidpointRounding.AwayFromZero), 1) : Cell.None;

    static string Range(DurationBar bar) => bar.Through is { } through
        ? $"{bar.After.TotalMinutes:0.#}–{through.TotalMinutes:0.#}" : $"lebih dari {bar.After.TotalMinutes:0.#}";

    static Figure FigureOf(Verdict verdict) => verdict switch
    {
        Verdict.Met => Figure.Met,
        Verdict.Missed => Figure.Missed,
        Verdict.Withdrawn => Figure.Withdrawn,
        Verdict.Pending => Figure.Pending,
        Verdict.Unknown => Figure.Unknown,
        _ => Figure.NoPromise,
    };
}
