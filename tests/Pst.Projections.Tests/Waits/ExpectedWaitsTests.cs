using System.Globalization;

namespace Pst.Projections.Tests;

using static Tale;

public sealed class ExpectedWaitsTests : IAsyncLifetime
{
    TestLog log = null!;

    public async Task InitializeAsync() => log = await TestLog.CreateAsync();

    public async Task DisposeAsync() => await log.DisposeAsync();

    [Fact]
    public async Task The_same_hour_of_the_days_before_tells_what_to_expect()
    {
        foreach (var number in Enumerable.Range(1, 8)) await ServedAsync(number, "2 09:00", $"2 09:{number:00}");

        (await AtAsync("3 09:59")).ShouldBe(new(2, 8));
    }

    [Fact]
    public async Task Seven_are_too_few_and_those_of_another_hour_of_today_or_of_long_ago_do_not_count()
    {
        foreach (var number in Enumerable.Range(1, 7)) await ServedAsync(number, "2 09:59", "2 10:04");
        await ServedAsync(8, "2 08:59", "2 09:01");
        await ServedAsync(9, "3 09:00", "3 09:01");

        (await AtAsync("3 09:30")).ShouldBeNull();
        (await AtAsync("4 09:30")).ShouldBe(new(5, 5), "the day after there is one more");
        (await AtAsync("31 09:30")).ShouldBeNull("seven of them are more than four weeks old");
    }

    [Fact]
    public async Task Who_left_without_being_served_who_was_entered_by_mistake_and_another_office_do_not_count()
    {
        foreach (var number in Enumerable.Range(1, 7)) await ServedAsync(number, "2 09:00", "2 09:05");
        await log.AppendAsync(Metro, Visit(8), ("2 09:00", ArrivedWith(8)), ("2 09:00", SignedAt("09:00", 8)), ("2 09:50", Unserved));
        await ServedAsync(9, "2 09:00", "2 09:01");
        await log.AppendAsync(Metro, Visit(9), ("2 09:02", new Voided(Reason)));
        await ServedAsync(10, "2 09:00", "2 09:01", Bima);

        (await AtAsync("3 09:00")).ShouldBeNull();
    }

    [Theory]
    [InlineData("0 0 0 0 0 0 0 0", 0, 1)]
    [InlineData("59 59 59 59 59 59 59 59", 0, 1)]
    [InlineData("60 60 60 60 60 60 60 60", 1, 1)]
    [InlineData("61 61 61 61 61 61 61 61", 1, 2)]
    [InlineData("599 599 599 599 599 599 600 601", 9, 15)]
    [InlineData("600 840 899 900 900 1140 1199 1201", 10, 25)]
    [InlineData("10 20 120 200 240 300 360 420 480 6000", 2, 8)]
    public void A_range_leaves_out_the_quickest_quarter_and_the_slowest_tenth(string seconds, int from, int to) =>
        WaitRange.Of(seconds.Split(' ').Select(it => TimeSpan.FromSeconds(int.Parse(it, CultureInfo.InvariantCulture))))
            .ShouldBe(new(from, to));

    Task<long> ServedAsync(int number, string signed, string served, OfficeCode? office = null) =>
        log.AppendAsync(
            office ?? Metro, Visit(number), (signed, ArrivedWith(number)), (signed, SignedAt(signed, number)), (served, Served));

    async Task<WaitRange?> AtAsync(string now)
    {
        await log.Runner().CatchUpAsync(default);
        return await new ExpectedWaits(log.Tables).AtAsync(Metro, Office(Metro), At(now), default);
    }
}
