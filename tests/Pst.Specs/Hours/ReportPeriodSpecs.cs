namespace Pst.Domain.Specs;

public sealed class ReportPeriodSpecs
{
    static readonly DateOnly Today = new(2026, 3, 10);

    [Theory]
    [InlineData(PeriodKind.Day, "2026-03-15", "2026-03-15", "2026-03-15")]
    [InlineData(PeriodKind.Week, "2026-03-15", "2026-03-09", "2026-03-15")] // a Sunday ends its week
    [InlineData(PeriodKind.Week, "2026-03-16", "2026-03-16", "2026-03-22")] // a Monday begins its own
    [InlineData(PeriodKind.Month, "2028-02-29", "2028-02-01", "2028-02-29")]
    [InlineData(PeriodKind.Quarter, "2026-03-31", "2026-01-01", "2026-03-31")]
    [InlineData(PeriodKind.Quarter, "2026-04-01", "2026-04-01", "2026-06-30")]
    [InlineData(PeriodKind.Year, "2026-12-31", "2026-01-01", "2026-12-31")]
    public void A_day_lies_in_one_period_of_each_kind(PeriodKind kind, string day, string from, string to) =>
        ShouldBe(ReportPeriod.Of(kind, Day(day)), from, to);

    [Theory]
    [InlineData(PeriodKind.Day, "2026-03-01", "2026-02-28", "2026-02-28")]
    [InlineData(PeriodKind.Week, "2026-01-01", "2025-12-22", "2025-12-28")]
    [InlineData(PeriodKind.Month, "2026-03-31", "2026-02-01", "2026-02-28")]
    [InlineData(PeriodKind.Quarter, "2026-01-01", "2025-10-01", "2025-12-31")]
    [InlineData(PeriodKind.Year, "2026-06-01", "2025-01-01", "2025-12-31")]
    public void The_period_before_is_the_neighbour_of_its_kind(PeriodKind kind, string day, string from, string to)
    {
        var period = ReportPeriod.Of(kind, Day(day));
        ShouldBe(period.Before, from, to);
        period.Before.After.ShouldBe(period);
    }

    [Fact]
    public void A_free_one_has_neighbours_of_its_length()
    {
        var period = ReportPeriod.EndingOn(Today, 30);
        ShouldBe(period, "2026-02-09", "2026-03-10");
        ShouldBe(period.Before, "2026-01-10", "2026-02-08");
        ShouldBe(period.After, "2026-03-11", "2026-04-09");
    }

    [Fact]
    public void Days_named_the_wrong_way_round_are_turned_and_too_many_are_cut()
    {
        ShouldBe(ReportPeriod.Between(Day("2026-03-31"), Day("2026-03-01")), "2026-03-01", "2026-03-31");
        ReportPeriod.Between(Day("1900-01-01"), Today).Days.ShouldBe(ReportPeriod.MostDays);
        ReportPeriod.Between(Today, Today.AddDays(ReportPeriod.MostDays - 1)).To.ShouldBe(Today.AddDays(ReportPeriod.MostDays - 1));
    }

    [Fact]
    public void A_month_that_still_runs_is_compared_with_as_many_days_of_the_month_before()
    {
        ShouldBe(ReportPeriod.Of(PeriodKind.Month, Today).ComparedOn(Today), "2026-02-01", "2026-02-10");
        ShouldBe(ReportPeriod.Of(PeriodKind.Month, Today).ComparedOn(Day("2026-03-30")), "2026-02-01", "2026-02-28");
    }

    [Theory]
    [InlineData("2026-01-31")] // it has not begun
    [InlineData("2026-02-28")] // it ends today
    [InlineData("2026-03-10")] // it is over
    public void A_month_that_does_not_run_is_compared_with_the_whole_month_before(string today) =>
        ShouldBe(ReportPeriod.Of(PeriodKind.Month, Day("2026-02-15")).ComparedOn(Day(today)), "2026-01-01", "2026-01-31");

    static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", null);

    static void ShouldBe(ReportPeriod period, string from, string to) => (period.From, period.To).ShouldBe((Day(from), Day(to)));
}
