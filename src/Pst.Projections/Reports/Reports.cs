namespace Pst.Projections;

/// <summary>The figures of some days of arrival, both included, as the office counts its days. They cost by those days.</summary>
public sealed class Reports(Visits visits, Statistics statistics)
{
    public async Task<SlaReport> SlaAsync(
        OfficeCode office, OfficeState settings, DateOnly from, DateOnly to, DateTimeOffset now, CancellationToken cancel) =>
        SlaReport.Of((await statistics.OfAsync(office, settings, from, to, null, now, cancel)).Total);

    public async Task<RatingsReport> RatingsAsync(
        OfficeCode office, OfficeState settings, DateOnly from, DateOnly to, CancellationToken cancel)
    {
        var found = await visits.BetweenAsync(office, settings.Details.TimeZone, from, to, cancel);
        return RatingsReport.Of([.. found.Where(it => !it.Row.IsVoided).Select(it => it.Row.Rated).OfType<Rated>()]);
    }

    public async Task<IReadOnlyList<VisitCount>> VisitsAsync(
        OfficeCode office, OfficeState settings, DateOnly from, DateOnly to, VisitGrouping by, CancellationToken cancel) =>
        VisitCounts.Of(await visits.BetweenAsync(office, settings.Details.TimeZone, from, to, cancel), by);
}
