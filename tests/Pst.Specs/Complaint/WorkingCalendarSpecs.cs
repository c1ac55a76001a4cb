namespace Pst.Domain.Specs;

/// <summary>How many working days are left.</summary>
public sealed class WorkingCalendarSpecs
{
    static readonly WorkingCalendar Calendar = new([new(2026, 3, 19)]);

    [Theory]
    [InlineData("2026-03-02", "2026-03-04", 2)]
    [InlineData("2026-03-06", "2026-03-10", 2)]
    [InlineData("2026-03-18", "2026-03-20", 1)]
    [InlineData("2026-03-04", "2026-03-04", 0)]
    [InlineData("2026-03-05", "2026-03-04", 0)]
    public void Weekends_and_holidays_are_not_counted(string today, string until, int left) =>
        Calendar.Between(Day(today), Day(until)).ShouldBe(left);

    [Fact]
    public void Of_an_allowance_all_is_left_on_the_day_it_begins()
    {
        foreach (var start in Enumerable.Range(0, 30).Select(new DateOnly(2026, 3, 1).AddDays))
            Calendar.Between(start, Calendar.After(start, 5)).ShouldBe(5);
    }

    static DateOnly Day(string said) => DateOnly.Parse(said, System.Globalization.CultureInfo.InvariantCulture);
}
