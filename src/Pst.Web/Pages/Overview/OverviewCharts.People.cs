using Pst.Domain;
using Pst.Projections;
using Pst.Web.Pages.Charts;

namespace Pst.Web.Pages.Overview;

internal sealed partial class OverviewCharts
{
    static readonly VisitGrouping[] Shown =
        [VisitGrouping.Purpose, VisitGrouping.Education, VisitGrouping.Occupation, VisitGrouping.Age];

    /// <summary>Who came, by what those who signed said of themselves.</summary>
    public IEnumerable<Chart> People() => Shown.Select(Mix);

    Chart Mix(VisitGrouping by)
    {
        var cells = view.Total.Cells(by).Where(it => it.Code is not null || it.Count > 0).ToList();
        var shown = SmallCells.Shown([.. cells.Select(it => it.Count)], view.SeesAll);
        var rows = cells.Zip(shown, (cell, count) => RowOf(by, cell.Code, count)).ToList();
        var isHidden = shown.Contains(null);
        return new(Words.Of(by), ChartKind.Rows, text[$"mix.{Words.Of(by)}"], MixTold(rows), text[$"mix.{Words.Of(by)}"],
            [new(text["Kunjungan"]), new(text["Persen"], false)], rows)
        {
            Definition = "groups",
            IsCount = true,
            Note = isHidden ? text["Kelompok di bawah {0} disembunyikan, agar tidak ada yang dikenali.", SmallCells.Fewest].Value : null,
        };
    }

    string MixTold(List<ChartRow> rows) =>
        rows.Where(it => it.Cells[0].Value > 0).MaxBy(it => it.Cells[0].Value) is { } most
            ? text["Terbanyak: {0}, {1} dari {2}.", most.Label, most.Cells[0].Text, Visits.Text] : text["Belum cukup untuk ditampilkan."];

    ChartCell Visits => ChartCell.Of(view.Total[Figure.Visits]);

    ChartRow RowOf(VisitGrouping by, int? code, int? count)
    {
        var label = code is { } known ? text[$"{Words.Of(by)}.{known}"] : text["buku tamu tidak diisi"];
        if (count is not { } shown) return new(label, [new(null, text["disembunyikan"]), new(null, ChartCell.Nothing)]);

        var percent = new Fraction(100L * shown, Math.Max(1, view.Total[Figure.Visits])).Round(1);
        return new(label, [ChartCell.Of(shown), ChartCell.Of(percent, 1, "%")], shown == 0 ? null : view.Behind(new(By: by, Code: code)));
    }

    /// <summary>When people come: the weekdays by the hours of the day.</summary>
    public HeatMap Arrivals()
    {
        var hours = Enumerable.Range(0, 24).Where(hour => view.Total.CountOf(VisitGrouping.Hour, hour) > 0).ToList();
        var days = WeeklyHours.Days.Where(day => hours.Any(hour => view.Figures.Arrivals(day, hour) > 0)).ToList();
        var most = days.SelectMany(day => hours.Select(hour => (Day: day, Hour: hour, Count: view.Figures.Arrivals(day, hour))))
            .DefaultIfEmpty().MaxBy(it => it.Count);
        return new(
            most.Count == 0 ? ""
                : text["Paling ramai: {0} pukul {1:00}–{2:00}, {3} kunjungan.", NameOf(most.Day), most.Hour, most.Hour + 1, most.Count],
            hours, [.. days.Select(day => new HeatRow(NameOf(day), [.. hours.Select(hour => CellOf(day, hour, most.Count))]))]);
    }

    HeatCell CellOf(DayOfWeek day, int hour, int most)
    {
        var count = view.Figures.Arrivals(day, hour);
        return new(count, (count * HeatMap.Levels + most - 1) / most, count == 0 ? null : view.Behind(new(Weekday: day, Hour: hour)));
    }

    static string NameOf(DayOfWeek day) => Languages.Dates.DateTimeFormat.GetDayName(day);
}

/// <summary>A table whose cells are the stronger coloured the more there is in them.</summary>
/// <param name="Summary">Empty where nothing is in it.</param>
public sealed record HeatMap(string Summary, IReadOnlyList<int> Hours, IReadOnlyList<HeatRow> Rows)
{
    /// <summary>How many shades there are.</summary>
    public const int Levels = 5;
}

public sealed record HeatRow(string Name, IReadOnlyList<HeatCell> Cells);

/// <param name="Level">0 for nothing, else 1 to <see cref="HeatMap.Levels"/>.</param>
public sealed record HeatCell(int Count, int Level, string? Address);
