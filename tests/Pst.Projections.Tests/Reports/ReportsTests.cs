namespace Pst.Projections.Tests;

using static Tale;

public sealed class ReportsTests
{
    [Fact]
    public async Task A_report_is_of_one_offices_local_days_of_arrival()
    {
        await using var log = await TestLog.CreateAsync();
        await log.AppendAsync(Metro, Visit(1), ("1 23:59:59", Arrived));
        await log.AppendAsync(
            Metro, Visit(2), ("2 00:00", Arrived), ("2 00:00", SignedAt("00:00")), ("2 00:01", Served),
            ("2 00:02", new Rated(3, null, null)));
        await log.AppendAsync(Metro, Visit(3), ("2 23:59:59", Arrived));
        await log.AppendAsync(Metro, Visit(4), ("3 00:00", Arrived));
        await log.AppendAsync(Bima, Visit(5), ("2 12:00", Arrived));
        await log.Runner().CatchUpAsync(default);
        var reports = new Reports(
            new(new(log.App, Types), log.Tables, new(log.Tables), new(log.Tables)), new(log.Tables, log.Log, log.Worker));

        var sla = await reports.SlaAsync(Metro, Office(Metro), Monday, Monday, At("4 09:00"), default);
        var ratings = await reports.RatingsAsync(Metro, Office(Metro), Monday, Monday, default);
        var visits = await reports.VisitsAsync(Metro, Office(Metro), Monday, Monday.AddDays(1), VisitGrouping.Day, default);

        (sla.Met, sla.Unknown, sla.MedianSeconds).ShouldBe((1, 1, 60));
        (ratings.N, ratings.Mean).ShouldBe((1, 3));
        visits.ShouldBe([new("2026-03-02", 2, 2), new("2026-03-03", 1, 1)]);
    }
}
