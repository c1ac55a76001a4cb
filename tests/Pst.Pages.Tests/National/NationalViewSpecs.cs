using Pst.Domain;
using Pst.Projections;
using Pst.Web.Pages.Charts;
using Pst.Web.Pages.National;

namespace Pst.Pages.Tests.National;

/// <summary>What the national table says of offices, large and small.</summary>
public sealed class NationalViewSpecs
{
    static readonly DateOnly January = new(2026, 1, 1), March = new(2026, 3, 1);

    [Fact]
    public void A_small_office_is_not_shamed_by_what_may_be_chance()
    {
        var view = Of(
            SortedBy.Kantor, false, Office("1001", 908, 92), Office("1002", 3, 2), Office("1003", 700, 300), Office("1004", 2000, 0));
        view.Offices.Select(it => it.Standing).ShouldBe([Standing.Within, Standing.Within, Standing.FarBelow, Standing.FarAbove]);
        view.Offices[1].Interval.ShouldBe(new Wilson(23.1m, 88.2m));
    }

    [Fact]
    public void What_has_no_figure_stands_last_both_ways()
    {
        NationalRow[] Rows(bool isDown) =>
            [.. Of(SortedBy.Ketepatan, isDown, Office("1001", 9, 1), Office("1002", 0, 0), Office("1003", 5, 5)).Offices];
        Rows(false).Select(it => $"{it.Office.Office}").ShouldBe(["1003", "1001", "1002"]);
        Rows(true).Select(it => $"{it.Office.Office}").ShouldBe(["1001", "1003", "1002"]);
    }

    [Fact]
    public void Without_any_judged_promise_there_is_no_funnel()
    {
        var view = Of(SortedBy.Kantor, false, Office("1001", 0, 0));
        view.Funnel.ShouldBeNull();
        view.Limits.ShouldBeEmpty();
        view.Offices[0].Standing.ShouldBeNull();
    }

    [Fact]
    public void The_limits_are_told_for_as_many_cases_as_the_largest_office_has()
    {
        var limits = Of(SortedBy.Kantor, false, Office("1001", 900, 100), Office("1002", 9, 1)).Limits;
        limits[^1][0].ShouldBe(1000);
        limits.ShouldAllBe(it => it[3] <= it[1] && it[1] <= 90 && 90 <= it[2] && it[2] <= it[4]);
    }

    [Fact]
    public void A_months_line_is_broken_where_nothing_was_judged()
    {
        var office = new OfficeSums(new("1001"), [(January, Judged(1, 1)), (March, Judged(3, 1))]);
        var row = new NationalRow(office, "Satu", ComplaintSums.None, null);
        row.Course([January, new(2026, 2, 1), March]).ShouldBe(["1,12 1,12", "99,7 99,7"]);
        row.CourseTold().ShouldBe("Jan 50%, Mar 75%");
    }

    static NationalView Of(SortedBy by, bool isDown, params OfficeSums[] offices) => NationalView.Of(
        new PeriodChoice(ReportPeriod.Of(PeriodKind.Year, January), March, PeriodChoice.Year),
        new NationalFigures(January, March, new(1, DateTimeOffset.UnixEpoch), offices), new Dictionary<OfficeCode, ComplaintSums>(),
        new Dictionary<OfficeCode, string>(), by, isDown, true);

    static OfficeSums Office(string code, int met, int missed) => new(new(code), [(January, Judged(met, missed))]);

    static Sums Judged(int met, int missed) =>
        Sums.Of(figure => figure switch { Figure.Met => met, Figure.Missed => missed, Figure.Visits => met + missed + 1, _ => 0 });
}
