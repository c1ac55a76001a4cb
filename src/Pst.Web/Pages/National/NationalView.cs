using System.Globalization;
using Pst.Domain;
using Pst.Projections;
using Pst.Web.Pages.Charts;

namespace Pst.Web.Pages.National;

/// <summary>What the table is sorted by, as addresses spell it.</summary>
public enum SortedBy { Kantor, Kunjungan, Diputuskan, Ketepatan, Penilaian, Ikm, Susulan, Pengaduan }

/// <summary>All offices side by side.</summary>
/// <param name="Complaints">Of all offices, also those without visits.</param>
/// <param name="Offices">In the order that was asked for.</param>
/// <param name="Funnel">Null where no promise was judged.</param>
public sealed record NationalView(
    PeriodChoice Choice, NationalFigures Figures, ComplaintSums Complaints, IReadOnlyList<NationalRow> Offices, Funnel? Funnel,
    SortedBy By, bool IsDown, bool OpensOffices)
{
    /// <summary>The months that the small drawings have.</summary>
    public IReadOnlyList<DateOnly> Months { get; } =
        [.. Figures.Offices.SelectMany(it => it.Months).Select(it => it.Month).Distinct().Order()];

    /// <summary>Where the drawing's scale begins, in percent: what lies below all offices is of no use.</summary>
    public int Least => (int)(Offices.Min(it => it.Sums.CompliancePercent ?? 100) / 10) * 10 is var least and < 90 ? least : 80;

    /// <summary>The lines of the funnel as its drawing reads them.</summary>
    public IReadOnlyList<decimal[]> Limits => Funnel?.Limits(Math.Max(2, Offices.Max(it => it.Judged))) ?? [];

    public static NationalView Of(
        PeriodChoice choice, NationalFigures figures, IReadOnlyDictionary<OfficeCode, ComplaintSums> complaints,
        IReadOnlyDictionary<OfficeCode, string> names, SortedBy by, bool isDown, bool opens)
    {
        var funnel = Funnel.Of(figures.Total[Figure.Met], figures.Total[Figure.Missed]);
        var rows = figures.Offices.Select(it => new NationalRow(
            it, names.GetValueOrDefault(it.Office, $"{it.Office}"), complaints.GetValueOrDefault(it.Office, ComplaintSums.None),
            funnel)).ToList();
        var named = rows.OrderBy(it => it.Name, StringComparer.Create(Languages.Indonesian, CompareOptions.None)).ToList();
        if (by != SortedBy.Kantor) named = Sorted(named, by, isDown);
        else if (isDown) named.Reverse();
        return new(choice, figures, ComplaintSums.Of(complaints.Values), named, funnel, by, isDown, opens);
    }

    /// <summary>Where the same is sorted by that; the other way round where it is so already.</summary>
    public string SortedAddress(SortedBy by) =>
        $"/nasional?{Choice.Query}&urut={Words.Of(by)}&turun={((by == By ? !IsDown : by != SortedBy.Kantor) ? "true" : "false")}";

    // What has no figure stands last both ways.
    static List<NationalRow> Sorted(List<NationalRow> rows, SortedBy by, bool isDown)
    {
        var known = rows.Where(it => it.By(by) is not null);
        var sorted = isDown ? known.OrderByDescending(it => it.By(by)) : known.OrderBy(it => it.By(by));
        return [.. sorted, .. rows.Where(it => it.By(by) is null)];
    }
}

/// <summary>One office among all.</summary>
public sealed record NationalRow(OfficeSums Office, string Name, ComplaintSums Complaints, Funnel? Funnel)
{
    public Sums Sums { get; } = Office.Total;

    public int Judged => Sums[Figure.Met] + Sums[Figure.Missed];

    /// <summary>Where its compliance may really lie; null where nothing was judged.</summary>
    public Wilson? Interval => Wilson.Of(Sums[Figure.Met], Judged);

    public Standing? Standing { get; } =
        Funnel?.StandingOf(Office.Total[Figure.Met], Office.Total[Figure.Met] + Office.Total[Figure.Missed]);

    /// <summary>What it is sorted by; null where there is no such figure.</summary>
    public decimal? By(SortedBy by) => by switch
    {
        SortedBy.Kunjungan => Sums[Figure.Visits],
        SortedBy.Diputuskan => Judged,
        SortedBy.Ketepatan => Sums.CompliancePercent,
        SortedBy.Penilaian => Sums.MeanMark,
        SortedBy.Ikm => Sums.Ikm?.Value,
        SortedBy.Susulan => Sums.LateSharePercent,
        SortedBy.Pengaduan => Complaints[ComplaintFigure.Received],
        _ => null,
    };

    /// <summary>Its compliance month by month, as points of a line 100 wide and 24 high; each unbroken stretch by itself.</summary>
    public IEnumerable<string> Course(IReadOnlyList<DateOnly> months)
    {
        var told = Office.Months.ToDictionary(it => it.Month, it => it.Sums.CompliancePercent);
        var points = new List<string>();
        foreach (var (index, month) in months.Index())
        {
            if (told.GetValueOrDefault(month) is { } percent)
            {
                var (x, y) = (months.Count == 1 ? 50 : 98.0 * index / (months.Count - 1) + 1, 22 - (double)percent / 5);
                points.Add(string.Create(CultureInfo.InvariantCulture, $"{x:0.#},{y:0.#}"));
            }
            else if (points.Count > 0)
            {
                yield return LineOf(points);
                points.Clear();
            }
        }
        if (points.Count > 0) yield return LineOf(points);
    }

    // One alone goes to itself, which is drawn as a dot.
    static string LineOf(List<string> points) => points is [var alone] ? $"{alone} {alone}" : string.Join(' ', points);

    /// <summary>The same in words.</summary>
    public string CourseTold() => string.Join(", ", Office.Months.Where(it => it.Sums.CompliancePercent is not null)
        .Select(it => $"{it.Month.ToString("MMM", Languages.Dates)} {ChartCell.Of(it.Sums.CompliancePercent, 0, "%").Text}"));
}
