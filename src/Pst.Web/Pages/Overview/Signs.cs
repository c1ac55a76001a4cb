using Microsoft.Extensions.Localization;
using Pst.Domain;
using Pst.Projections;
using Pst.Web.Pages.Charts;

namespace Pst.Web.Pages.Overview;

/// <summary>One thing that would be seen if the promise were being gamed.</summary>
/// <param name="Why">What it would hide.</param>
/// <param name="Share">Of what it is a part.</param>
public sealed record Sign(string Name, string Why, string Value, string Share, string Before, string? Address, string Definition);

/// <summary>The signs that the promise on time is being gamed. None of them proves it; each deserves a question where it grows.</summary>
internal sealed class Signs(IStringLocalizer<Sentences> text, OverviewView view)
{
    readonly Figures now = view.Total, before = view.Before.Total;

    public IReadOnlyList<Sign> All =>
    [
        Counted(Figure.VoidedAfterMissed, Figure.Voided), Counted(Figure.WithdrawnAtLast, Figure.Withdrawn),
        Counted(Figure.MetUnused, Figure.Met), ToGuestbook, Counted(Figure.LateVisits, Figure.Visits),
        Counted(Figure.CalledTwiceAbsent, Figure.Visits), WithoutLate,
    ];

    Sign Counted(Figure figure, Figure whole) => new(
        text[$"figure.{Words.Of(figure)}"], text[$"sign.{Words.Of(figure)}"], ChartCell.Of(now[figure]).Text, ShareOf(now, figure, whole),
        before[whole] == 0 ? ChartCell.Nothing : $"{ChartCell.Of(before[figure]).Text} {ShareOf(before, figure, whole)}",
        now[figure] == 0 ? null : view.Behind(new(figure)), Words.Of(figure));

    string ShareOf(Figures figures, Figure part, Figure whole) => figures.Sums.Percent(part, whole) is not { } percent ? ""
        : text["dari {0} ({1:0.0}%)", ChartCell.Of(figures[whole]).Text, percent];

    // Whoever is kept from the guestbook has no clock that runs.
    Sign ToGuestbook => new(
        text["Dari datang sampai buku tamu"], text["sign.to_guestbook"], Half(now), Tenth(now), $"{Half(before)} {Tenth(before)}".Trim(),
        null, "to_guestbook");

    Sign WithoutLate => new(
        text["Tepat waktu tanpa entri susulan"], text["sign.compliance_without_late"], Percent(now.Sums.ComplianceWithoutLatePercent),
        now.Sums.CompliancePercent is null ? "" : text["seluruhnya {0}", Percent(now.Sums.CompliancePercent)],
        Percent(before.Sums.ComplianceWithoutLatePercent), now[Figure.LateVisits] == 0 ? null : view.Behind(new(Figure.LateVisits)),
        "compliance_without_late");

    string Half(Figures figures) => figures.ToGuestbook.MedianSeconds is { } seconds ? Length(seconds) : ChartCell.Nothing;

    string Tenth(Figures figures) =>
        figures.ToGuestbook.P90Seconds is { } seconds ? text["sembilan dari sepuluh dalam {0}", Length(seconds)] : "";

    static string Percent(decimal? share) => ChartCell.Of(share, 1, "%").Text;

    string Length(double seconds) => Times.Length(TimeSpan.FromSeconds(Math.Round(seconds)), text["jam|mnt|dtk"]);
}
