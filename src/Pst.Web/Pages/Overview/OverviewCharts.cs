using Microsoft.Extensions.Localization;
using Pst.Domain;
using Pst.Projections;
using Pst.Web.Pages.Charts;

namespace Pst.Web.Pages.Overview;

/// <summary>The charts of an office's figures, with what each says in a sentence.</summary>
internal sealed partial class OverviewCharts(IStringLocalizer<Sentences> text, OverviewView view)
{
    // So many bars end at the promise, and so many there are at most.
    const int BarsOfPromise = 5, MostBars = 12;

    // Where no minutes are promised.
    static readonly TimeSpan UsualWidth = TimeSpan.FromMinutes(15);

    string Length(double seconds) => Times.Length(TimeSpan.FromSeconds(Math.Round(seconds)), text["jam|mnt|dtk"]);

    /// <summary>How long people waited, with the promise as a line.</summary>
    public Chart Waits()
    {
        var (promised, waits) = (view.Figures.PromisedMinutes, view.Total.Waits);
        var width = promised is { } minutes ? TimeSpan.FromMinutes(minutes) / BarsOfPromise : UsualWidth;
        var all = waits.Bars(width, MostBars);
        var last = Math.Max(BarsOfPromise, all.Count - 1 - all.Reverse().TakeWhile(it => it.Count == 0).Count());
        var bars = all.Take(last + 1).ToList();
        var late = promised is null ? 0 : all.Skip(BarsOfPromise).Sum(it => it.Count);
        return new("waktu-tunggu", ChartKind.Columns, text["Waktu tunggu dan janjinya"], WaitsTold(waits, promised, late),
            text["Menit menunggu"], [new(text["Kunjungan"])], [.. bars.Select(it => RowOf(it, promised))])
        {
            Definition = "waits",
            IsCount = true,
            Mark = promised is { } line ? new(BarsOfPromise, text["Janji: {0} menit", line]) : null,
            Note = promised is null
                ? text["Standar kantor ini tidak menjanjikan menit, maka tidak ada garis janji."] : text["Merah: lebih lama dari janji."],
        };
    }

    string WaitsTold(Durations waits, int? promised, int late) => waits.Count == 0 ? text["Belum ada yang dilayani pada periode ini."]
        : text["Separuh dari {0} pengunjung dilayani dalam {1}, sembilan dari sepuluh dalam {2}.",
              waits.Count, Length(waits.MedianSeconds!.Value), Length(waits.P90Seconds!.Value)]
          + (promised is null ? "" : " " + text["{0} menunggu lebih lama dari janji.", late]);

    ChartRow RowOf(DurationBar bar, int? promised)
    {
        var isLate = promised is { } minutes && bar.After >= TimeSpan.FromMinutes(minutes);
        var label = bar.Through is { } end ? $"{Minutes(bar.After)}–{Minutes(end)}" : $"> {Minutes(bar.After)}";
        var behind = new VisitsBehind(Wait: new((int)bar.After.TotalSeconds, (int?)bar.Through?.TotalSeconds));
        return new(label, [ChartCell.Of(bar.Count)], bar.Count == 0 ? null : view.Behind(behind), isLate);
    }

    static string Minutes(TimeSpan length) => length.TotalMinutes.ToString("0.#", Languages.Indonesian);

    /// <summary>How the promise was kept, day by day, week by week or month by month.</summary>
    public Chart Compliance()
    {
        var (period, sums) = (view.Choice.Period, view.Total.Sums);
        var kind = period.Days switch { <= 31 => PeriodKind.Day, <= 190 => PeriodKind.Week, _ => PeriodKind.Month };
        var rows = view.Figures.Over(day => ReportPeriod.Of(kind, day).From)
            .Where(it => Judged(it.Figures.Sums) > 0).Select(it => RowOf(it, kind)).ToList();
        return new("ketepatan", ChartKind.Line, text["Ketepatan waktu"], ComplianceTold(sums), text[$"course.{Words.Of(kind)}"],
            [new(text["Tepat waktu"]), new(text["Terpenuhi"], false), new(text["Diputuskan"], false)], rows)
        {
            Definition = "compliance",
            Least = 0,
            Most = 100,
            Unit = "%",
            Note = Wilson.Of(sums[Figure.Met], Judged(sums)) is { } interval
                ? text["Dengan {0} janji yang diputuskan, angka sebenarnya wajarnya {1:0.0}–{2:0.0}% (selang Wilson 95%).",
                    Judged(sums), interval.Low, interval.High].Value
                : null,
        };
    }

    /// <summary>What became of every promise: beside compliance nothing is hidden.</summary>
    public Chart Verdicts()
    {
        var rows = Enumerable.Range((int)Figure.Met, Figure.Voided - Figure.Met + 1).Select(it => (Figure)it)
            .Select(it => new ChartRow(
                text[$"figure.{Words.Of(it)}"], [ChartCell.Of(view.Total[it])], view.Total[it] == 0 ? null : view.Behind(new(it)),
                it == Figure.Missed));
        var sums = view.Total.Sums;
        return new("keputusan", ChartKind.Rows, text["Semua kunjungan menurut janjinya"],
            text["Ketepatan dihitung dari {0} yang terpenuhi dan {1} yang tidak; selebihnya ditampilkan di sini.",
                sums[Figure.Met], sums[Figure.Missed]],
            text["Janji waktu"], [new(text["Kunjungan"])], [.. rows])
        {
            Definition = "compliance",
            IsCount = true,
        };
    }

    static int Judged(Sums sums) => sums[Figure.Met] + sums[Figure.Missed];

    string ComplianceTold(Sums sums) => sums.CompliancePercent is { } percent
        ? text["{0} dari {1} janji ditepati: {2:0.0}%.", sums[Figure.Met], Judged(sums), percent]
        : text["Belum ada janji yang diputuskan pada periode ini."];

    ChartRow RowOf(DayFigures slice, PeriodKind kind)
    {
        var (period, sums, whole) = (view.Choice.Period, slice.Figures.Sums, ReportPeriod.Of(kind, slice.Day));
        var part = ReportPeriod.Between(
            whole.From < period.From ? period.From : whole.From, whole.To > period.To ? period.To : whole.To);
        var label = part.From.ToString(kind == PeriodKind.Month ? "MMM yyyy" : "d MMM", Languages.Dates);
        var isMissed = sums[Figure.Missed] > 0;
        return new(label, [ChartCell.Of(sums.CompliancePercent, 1, "%"), ChartCell.Of(sums[Figure.Met]), ChartCell.Of(Judged(sums))],
            view.Behind(new(isMissed ? Figure.Missed : Figure.Met), part));
    }
}
