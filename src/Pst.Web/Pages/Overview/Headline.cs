using Microsoft.Extensions.Localization;
using Pst.Domain;
using Pst.Projections;
using Pst.Web.Pages.Charts;

namespace Pst.Web.Pages.Overview;

/// <summary>One of the first figures that are seen.</summary>
/// <param name="Of">How many it stands on.</param>
/// <param name="Change">Against the period before, with that one's own number; null where there is nothing to compare.</param>
/// <param name="IsBetter">Null where it is neither better nor worse.</param>
/// <param name="Address">What lies behind it; null where nothing does.</param>
public sealed record Headline(
    string Title, string Value, string Of, string? Change, bool? IsBetter, string? Address, string Definition);

/// <summary>The four figures at the head, each beside the period before.</summary>
internal sealed class Headlines(IStringLocalizer<Sentences> text, OverviewView view)
{
    const int Fewest = 10;
    const decimal MuchOfMark = 0.1m;

    readonly Figures now = view.Total, before = view.Before.Total;

    public IReadOnlyList<Headline> All => [Visits, Compliance, Wait, Mark];

    Headline Visits
    {
        get
        {
            var (count, last) = (now[Figure.Visits], before[Figure.Visits]);
            var change = last == 0 ? null : Told(count - last, Number(Math.Abs(100m * (count - last) / last), 0) + "%", Number(last, 0));
            return new(text["Kunjungan"], Number(count, 0), PeopleTold, change, null, Behind(count, new()), Words.Of(Figure.Visits));
        }
    }

    // Those who came along gave no answers of their own.
    string PeopleTold => now[Figure.Companions] == 0 ? text["{0} orang", now[Figure.People]]
        : text["{0} orang; {1} di antaranya rombongan, tidak dirinci", now[Figure.People], now[Figure.Companions]];

    Headline Compliance
    {
        get
        {
            var (share, last, n) = (now.Sums.CompliancePercent, before.Sums.CompliancePercent, Judged(now));
            var change = share - last is { } more
                ? Told(more, text["{0} poin", Number(Math.Abs(more), 1)], $"{Number(last!.Value, 1)}% (n\u00A0=\u00A0{Judged(before)})")
                : null;
            var isBeyondChance = Wilson.Of(now[Figure.Met], n) is { } likely && (last < likely.Low || last > likely.High);
            var behind = Behind(n, new(now[Figure.Missed] > 0 ? Figure.Missed : Figure.Met));
            return new(text["Tepat waktu"], share is { } percent ? $"{Number(percent, 1)}%" : ChartCell.Nothing,
                text["{0} dari {1} janji", now[Figure.Met], n], change,
                Better(share - last, isBeyondChance, n, Judged(before)), behind, "compliance");
        }
    }

    Headline Wait
    {
        get
        {
            var (median, last) = (now.Waits.MedianSeconds, before.Waits.MedianSeconds);
            var change = median - last is { } more
                ? Told((decimal)more, Length(Math.Abs(more)), $"{Length(last!.Value)} (n\u00A0=\u00A0{before.Waits.Count})") : null;
            return new(text["Waktu tunggu tengah"], median is { } half ? Length(half) : ChartCell.Nothing,
                text["median dari {0} yang dilayani", now.Waits.Count], change,
                Better((decimal?)(last - median), Math.Abs(median - last ?? 0) >= last / 10, now.Waits.Count, before.Waits.Count),
                Behind(now.Waits.Count, new(Wait: new(0, null))), "waits");
        }
    }

    Headline Mark
    {
        get
        {
            var (mean, last, n) = (now.Sums.MeanMark, before.Sums.MeanMark, now[Figure.Ratings]);
            var change = mean - last is { } more
                ? Told(more, Number(Math.Abs(more), 2), $"{Number(last!.Value, 2)} (n\u00A0=\u00A0{before[Figure.Ratings]})") : null;
            var isBetter = Better(mean - last, Math.Abs(mean - last ?? 0) >= MuchOfMark, n, before[Figure.Ratings]);
            return new(text["Penilaian"], mean is { } mark ? Number(mark, 2) : ChartCell.Nothing, text["dari 4, {0} penilaian", n], change,
                isBetter, n == 0 ? null : $"/penilaian/{view.Office.Code}", "mean_mark");
        }
    }

    string Told(decimal more, string much, string last) => more == 0 ? text["sama dengan {0}", last]
        : more > 0 ? text["naik {0} dari {1}", much, last] : text["turun {0} dari {1}", much, last];

    string? Behind(int count, VisitsBehind which) => count == 0 ? null : view.Behind(which);

    // Of few, or of little, it may be chance: then the figure is told and not judged.
    static bool? Better(decimal? gain, bool isMuch, int n, int last) =>
        gain is null or 0 || !isMuch || Math.Min(n, last) < Fewest ? null : gain > 0;

    static int Judged(Figures figures) => figures[Figure.Met] + figures[Figure.Missed];

    static string Number(decimal number, int decimals) => number.ToString($"N{decimals}", Languages.Indonesian);

    string Length(double seconds) => Times.Length(TimeSpan.FromSeconds(Math.Round(seconds)), text["jam|mnt|dtk"]);
}
