using Pst.Domain;
using Pst.Projections;
using Pst.Web.Access;
using Pst.Web.Pages.Charts;

namespace Pst.Web.Pages.Overview;

/// <summary>Puts together what an office's overview shows.</summary>
public sealed class OverviewReads(
    Statistics statistics, ComplaintCounts complaints, QueueBoard queue, CustodyBoard custody, TimeProvider clock)
{
    public async Task<OverviewView> ShowAsync(
        OpenOffice office, Caller reader, IQueryCollection query, long? position, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var choice = PeriodChoice.Of(query, office.Zone.Day(now));
        var figures = await OfAsync(office, choice.Period, position, now, cancel);
        var before = await OfAsync(office, choice.Compared, position, now, cancel);
        var told = new ComplaintsView(
            office.Code, choice.Period, position, await ComplaintsAsync(office, choice.Period, figures.Computed, cancel),
            await ComplaintsAsync(office, choice.Compared, before.Computed, cancel), reader.Role.May(Act.SeeComplaints));
        return new(office, reader, choice, position, figures, before, told, await NowAsync(office, reader, cancel));
    }

    public async Task<RightNow> NowAsync(OpenOffice office, Caller reader, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var today = await OfAsync(office, ReportPeriod.Of(PeriodKind.Day, office.Zone.Day(now)), null, now, cancel);
        var line = await queue.ShowAsync(office.Code, office.State, now, cancel);
        var held = await custody.ShowAsync(office.Code, office.State, now, cancel);
        TimeSpan? longest = line.Waiting.Count == 0 ? null : now - line.Waiting.Min(it => it.Since);
        var bags = held.Lockers.Count(it => it.State is LockerState.Occupied or LockerState.Jammed);
        return new(
            office, now, today.Total.Sums, line.Waiting.Count, line.InService.Count, longest, held.Ids.Count, bags,
            reader.Role.May(Act.SeeCustody));
    }

    Task<OfficeFigures> OfAsync(OpenOffice office, ReportPeriod period, long? position, DateTimeOffset now, CancellationToken cancel) =>
        statistics.OfAsync(office.Code, office.State, period.From, period.To, position, now, cancel);

    Task<ComplaintFigures> ComplaintsAsync(OpenOffice office, ReportPeriod period, Computed computed, CancellationToken cancel) =>
        complaints.OfAsync(office.Code, office.Zone, period.From, period.To, computed, cancel);
}
