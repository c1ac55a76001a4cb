using Microsoft.Extensions.Localization;
using Pst.Domain;
using Pst.Projections;
using Pst.Web.Pages;
using Pst.Web.Paper;

namespace Pst.Web.Monthly;

/// <summary>Computes an office's month from the log. It keeps nothing.</summary>
public sealed class MonthReports(
    Statistics statistics, ComplaintCounts complaints, ReportLayouts layouts, Revisions revisions, IStringLocalizer<Sentences> text,
    TimeProvider clock)
{
    /// <summary>The last position that there are figures of.</summary>
    public Task<long> HeadAsync(CancellationToken cancel) => statistics.StandingAsync(cancel);

    /// <summary>The month as the log told it up to a position; null where there is no such position, or no office at it.</summary>
    public async Task<MonthReport?> AtAsync(
        OfficeCode office, OfficeState settings, ReportPeriod month, long position, CancellationToken cancel)
    {
        if (position < 1 || position > await HeadAsync(cancel)) return null;
        try
        {
            var figures = await statistics.OfAsync(office, settings, month.Before.From, month.To, position, clock.GetUtcNow(), cancel);
            var tables = Languages.OnPaper(() => MonthTables.Of(figures, month, text));
            var told = await ComplaintsAsync(office, figures, month, cancel);
            return new(office, figures.Settings.Details, month.From, figures.Computed, [.. tables, .. told]);
        }
        catch (UnknownPositionException)
        {
            return null; // before the office was opened
        }
    }

    /// <summary>The same once more, with what is different and why; null where nothing is.</summary>
    public async Task<MonthReport?> RevisedAsync(
        OfficeState settings, KeptReport before, long position, CancellationToken cancel) =>
        await AtAsync(before.Report.Code, settings, before.Report.Period, position, cancel) is { } now
            && await revisions.BetweenAsync(settings, before, now, cancel) is { } revision
            ? now with { Revision = revision } : null;

    async Task<IReadOnlyList<Table>> ComplaintsAsync(
        OfficeCode office, OfficeFigures figures, ReportPeriod month, CancellationToken cancel)
    {
        if (!await layouts.HasComplaintsAsync(figures.Computed.Position, cancel)) return [];
        var zone = figures.Settings.Details.TimeZone;
        var both = await complaints.OfAsync(office, zone, month.Before.From, month.To, figures.Computed, cancel);
        return Languages.OnPaper(() => ComplaintTables.Of(both.Within(month), both.Within(month.Before), text));
    }
}
