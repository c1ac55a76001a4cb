using Microsoft.Extensions.Localization;
using Pst.Domain;
using Pst.Projections;
using Pst.Web.Identity;
using Pst.Web.Pages;

namespace Pst.Web.Attention;

/// <summary>An office's day in a few lines, to be sent on by WhatsApp: numbers only, nobody's name but the officer's on duty.</summary>
public sealed class DaySummaries(
    QueueBoard queue, Reports reports, CustodyBoard custody, Officers officers, IStringLocalizer<Sentences> text, TimeProvider clock)
{
    /// <summary>The day as it stands now.</summary>
    public async Task<string> TellAsync(OfficeCode office, OfficeState state, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var (day, zone) = (state.Hours.LocalDay(now), state.Details.TimeZone);
        var sla = await reports.SlaAsync(office, state, day, day, now, cancel);
        var counts = (await queue.ShowAsync(office, state, now, cancel)).Counts;
        var kept = await custody.ShowAsync(office, state, now, cancel);
        var visits = sla.Met + sla.Missed + sla.Withdrawn + sla.Pending + sla.Unknown + sla.NoPromise;
        var judged = sla.Met + sla.Missed;
        string[] lines =
        [
            text["{0}, {1} pukul {2}", state.Details.Name, Times.Day(day), Times.Of(now, zone)],
            text["Pengunjung hari ini: {0}. Menunggu {1}, dilayani {2}.", visits, counts.Waiting + counts.Skipped, counts.InService],
            sla.CompliancePercent is { } percent
                ? text["Tepat waktu: {0:0.#}% ({1} dari {2}).", percent, sla.Met, judged]
                : text["Tepat waktu: belum ada yang dapat dinilai."],
            text["Kartu dititipkan {0}, loker dipakai {1}, kejadian terbuka {2}.",
                kept.Ids.Count, kept.Taken.Count(), kept.Incidents.Count],
            text["Piket: {0}.", await NameAsync(office, state.OnDuty(day), cancel) ?? "–"],
        ];
        return string.Join('\n', lines);
    }

    /// <summary>Where a tap opens WhatsApp with the text, ready to be sent to whom one chooses.</summary>
    public static string WhatsApp(string summary) => $"https://wa.me/?text={Uri.EscapeDataString(summary)}";

    async Task<string?> NameAsync(OfficeCode office, Guid? officer, CancellationToken cancel) =>
        officer is null ? null : (await officers.OfAsync(office, cancel)).FirstOrDefault(it => it.Id == officer)?.Name;
}
