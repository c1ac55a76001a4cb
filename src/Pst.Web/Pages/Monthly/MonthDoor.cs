using Pst.Domain;
using Pst.Web.Access;
using Pst.Web.Monthly;

namespace Pst.Web.Pages.Monthly;

/// <summary>Which report of a month somebody asks for.</summary>
public sealed class MonthDoor(OfficeDoor door, KeptReports kept, MonthReports reports, TimeProvider clock)
{
    /// <returns>Null where there is no such office for the caller, no such issue or position, or the month has not begun.</returns>
    public async Task<MonthView?> OpenAsync(
        Caller caller, OfficeCode office, MonthName month, int? issue, long? position, CancellationToken cancel)
    {
        if (await door.OpenAsync(caller, office, cancel) is not { } open) return null;
        var (period, today) = (month.Period, open.Zone.Day(clock.GetUtcNow()));
        if (period.From > today) return null;

        var all = await kept.OfMonthAsync(office, period.From, cancel);
        var chosen = position is not null ? null : issue is null ? Last(all) : all.FirstOrDefault(it => it.Issue == issue);
        if (issue is not null && chosen is null) return null;

        var report = chosen?.Report
            ?? await reports.AtAsync(office, open.State, period, position ?? await reports.HeadAsync(cancel), cancel);
        return report is null ? null : new(open, month, report, chosen, all, period.To < today);
    }

    static KeptReport? Last(IReadOnlyList<KeptReport> all) => all.Count > 0 ? all[^1] : null;
}

/// <param name="Kept">The kept report that is shown; null where it was computed for this.</param>
/// <param name="All">Those of the month that are kept.</param>
/// <param name="IsOver">Nothing more is added to the month by itself.</param>
public sealed record MonthView(
    OpenOffice Office, MonthName Month, MonthReport Report, KeptReport? Kept, IReadOnlyList<KeptReport> All, bool IsOver)
{
    public KeptReport? Newest => All.Count > 0 ? All[^1] : null;

    public string Address => $"/laporan/{Office.Code}/{Month}";

    /// <summary>The place of a file, to be filled with its name.</summary>
    public string Files =>
        $"{Address}/{{0}}?{(Kept is { } kept ? $"terbit={kept.Issue}" : $"posisi={Report.Computed.Position}")}";

    public string FileOf(string name) => string.Format(null, Files, name);
}
