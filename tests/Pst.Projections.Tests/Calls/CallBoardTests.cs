namespace Pst.Projections.Tests;

using static Tale;

public sealed class CallBoardTests : IAsyncLifetime
{
    TestLog log = null!;

    public async Task InitializeAsync() => log = await TestLog.CreateAsync();

    public async Task DisposeAsync() => await log.DisposeAsync();

    [Fact]
    public async Task The_newest_call_comes_first_and_who_was_not_called_is_not_there()
    {
        await SignedAsync(1, ("09:02", Called), ("09:03", Served), ("09:04", Finished));
        await SignedAsync(2, ("09:05", new Called(new("2"))));
        await SignedAsync(3);
        await SignedAsync(4, ("09:06", Unserved));

        var calls = await ShowAsync("09:10");

        calls.ShouldBe([
            new(Visit(2), new(Number(2), new("2"), At("09:05"), 1, IsOpen: true)),
            new(Visit(1), new(Number(1), new("1"), At("09:02"), 1, IsOpen: false))]);
    }

    [Fact]
    public async Task Called_again_is_one_line_that_is_newer()
    {
        await SignedAsync(1, ("09:02", Called), ("09:05", new Called(new("2"))));
        await SignedAsync(2, ("09:03", Called));

        var calls = await ShowAsync("09:10");

        calls.Select(it => (it.Visit, it.Call.Desk.Name, it.Call.Times)).ShouldBe([(Visit(1), "2", 2), (Visit(2), "1", 1)]);
    }

    [Fact]
    public async Task A_call_is_open_until_somebody_comes_or_is_passed_over()
    {
        await SignedAsync(1, ("09:02", Called), ("09:03", new Skipped()));
        await SignedAsync(2, ("09:02", Called), ("09:03", new Transferred(ServiceCode.KS, new(ServiceCode.KS, 1))));
        await SignedAsync(3, ("09:02", Called), ("09:03", Unserved));
        await SignedAsync(4, ("09:02", Called), ("09:03", new SteppedOut()));
        await SignedAsync(5, ("09:02", Called), ("09:03", new Skipped()), ("09:04", Called));

        var calls = await ShowAsync("09:10");

        calls.Where(it => it.Call.IsOpen).Select(it => it.Visit).ShouldBe([Visit(5)]);
        calls.Single(it => it.Visit == Visit(2)).Call.Ticket.ShouldBe(Number(2), "as it was called");
    }

    [Fact]
    public async Task Yesterday_a_voided_visit_and_another_office_are_not_shown_and_no_more_than_are_asked_for()
    {
        await SignedAsync(1, ("1 16:59:59", Called));
        await SignedAsync(2, ("09:02", Called), ("09:03", new Voided(Reason)));
        await log.AppendAsync(Bima, Visit(3), ("09:00", ArrivedWith(3)), ("09:01", SignedAt("09:01", 3)), ("09:02", Called));
        foreach (var number in Enumerable.Range(4, 4)) await SignedAsync(number, ("09:02", Called));

        (await ShowAsync("09:10", most: 3)).Count.ShouldBe(3);
        (await ShowAsync("09:10")).Select(it => it.Visit).ShouldBe(Enumerable.Range(4, 4).Select(Visit), ignoreOrder: true);
    }

    static Ticket Number(int number) => new(ServiceCode.PS, number);

    Task<long> SignedAsync(int number, params IReadOnlyList<(string Time, VisitEvent Event)> more) =>
        log.AppendAsync(Metro, Visit(number), [("1 09:00", ArrivedWith(number)), ("1 09:01", SignedAt("09:01", number)), .. more]);

    async Task<IReadOnlyList<CallLine>> ShowAsync(string now, int most = 9)
    {
        await log.Runner().CatchUpAsync(default);
        return await new CallBoard(log.Tables).ShowAsync(Metro, Office(Metro), most, At(now), default);
    }
}
