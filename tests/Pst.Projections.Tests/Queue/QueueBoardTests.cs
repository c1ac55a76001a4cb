namespace Pst.Projections.Tests;

using static Tale;

public sealed class QueueBoardTests : IAsyncLifetime
{
    TestLog log = null!;

    public async Task InitializeAsync() => log = await TestLog.CreateAsync();

    public async Task DisposeAsync() => await log.DisposeAsync();

    [Fact]
    public async Task Priority_comes_first_then_who_signed_first_and_who_has_not_signed_is_not_in_the_queue()
    {
        await log.AppendAsync(Metro, Visit(1), ("09:00", ArrivedWith(1)), ("09:06", SignedAt("09:06")));
        await log.AppendAsync(Metro, Visit(2), ("09:01", ArrivedWith(2)), ("09:05", SignedAt("09:05", 2)));
        await log.AppendAsync(Metro, Visit(3), ("09:02", ArrivedWith(3) with { Priority = Priority.Elderly }),
            ("09:07", SignedAt("09:07", 3)));
        await log.AppendAsync(Metro, Visit(4), ("09:03", ArrivedWith(4)));

        var queue = await ShowAsync("09:08");

        queue.Waiting.Select(it => it.Visit).ShouldBe([Visit(3), Visit(2), Visit(1)]);
        queue.Waiting[0].ShouldBe(new(
            Visit(3), new Ticket(ServiceCode.PS, 3), ServiceCode.PS, Channel.Offline, Priority.Elderly, 1, VisitStatus.Waiting,
            At("09:07"), At("09:12"), Urgency.Green, 0, null, null, 1, 1, null)
        {
            Order = queue.Waiting[0].Order,
        });
        queue.Counts.ShouldBe(new(3, 0, 0));
    }

    [Fact]
    public async Task Of_one_moment_who_was_entered_first_comes_first()
    {
        foreach (var number in new[] { 3, 1, 2 })
            await log.AppendAsync(Metro, Visit(number), ("09:00", ArrivedWith(number)), ("09:00", SignedAt("09:00", number)));

        (await ShowAsync("09:08")).Waiting.Select(it => it.Visit).ShouldBe([Visit(3), Visit(1), Visit(2)]);
    }

    [Fact]
    public async Task The_colour_follows_the_promise()
    {
        await log.AppendAsync(Metro, Visit(1), ("09:00", ArrivedWith(1)), ("09:00", SignedAt("09:00")));

        (await ShowAsync("09:02:59")).Waiting.Single().State.ShouldBe(Urgency.Green);
        (await ShowAsync("09:03")).Waiting.Single().State.ShouldBe(Urgency.Amber);
        (await ShowAsync("09:05:01")).Waiting.Single().State.ShouldBe(Urgency.Red);
    }

    [Fact]
    public async Task Called_twice_and_skipped_stands_apart_until_back_in_the_queue()
    {
        await log.AppendAsync(Metro, Visit(1), ("09:00", ArrivedWith(1)), ("09:00", SignedAt("09:00")), ("09:01", Called),
            ("09:02", Called));
        var called = (await ShowAsync("09:02")).Waiting.Single();
        (called.Status, called.Called, called.Desk).ShouldBe((VisitStatus.Called, 2, new Desk("1")));

        await log.AppendAsync(Metro, Visit(1), ("09:03", new Skipped()));
        var skipped = await ShowAsync("09:03");
        (skipped.Waiting.Count, skipped.Skipped.Single().Visit, skipped.Counts).ShouldBe((0, Visit(1), new(0, 0, 1)));

        await log.AppendAsync(Metro, Visit(1), ("09:04", new Requeued()));
        (await ShowAsync("09:04")).Waiting.Single().Status.ShouldBe(VisitStatus.Waiting);
    }

    [Fact]
    public async Task A_transfer_restarts_the_waiting_and_leaves_the_promise()
    {
        await log.AppendAsync(
            Metro, Visit(1), ("09:00", ArrivedWith(1)), ("09:00", SignedAt("09:00")),
            ("09:03", new Transferred(ServiceCode.KS, new(ServiceCode.KS, 1))));

        var line = (await ShowAsync("09:03")).Waiting.Single();

        (line.Service, line.Ticket, line.Since, line.Due)
            .ShouldBe((ServiceCode.KS, new Ticket(ServiceCode.KS, 1), At("09:03"), At("09:05")));
    }

    [Fact]
    public async Task Who_is_served_stands_at_the_desk_with_the_colour_of_that_moment_and_who_has_gone_nowhere()
    {
        await log.AppendAsync(Metro, Visit(1), ("09:00", ArrivedWith(1)), ("09:00", SignedAt("09:00")), ("09:02", Served));
        await log.AppendAsync(Metro, Visit(2), ("09:00", ArrivedWith(2)), ("09:00", SignedAt("09:00", 2)), ("09:02", Unserved));
        await log.AppendAsync(Metro, Visit(3), ("09:00", ArrivedWith(3)), ("09:00", SignedAt("09:00", 3)), ("09:02", new Voided(Reason)));
        await log.AppendAsync(Metro, Visit(2), ("09:03", Corrected(2, "purpose", 1, 4)));

        var queue = await ShowAsync("10:00");

        queue.Waiting.ShouldBeEmpty();
        queue.InService.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            it => it.Visit.ShouldBe(Visit(1)), it => it.State.ShouldBe(Urgency.Green), it => it.ServedAt.ShouldBe(At("09:02")));
    }

    [Fact]
    public async Task Who_reads_on_has_no_desk_any_more()
    {
        await log.AppendAsync(
            Metro, Visit(1), ("09:00", ArrivedWith(1)), ("09:00", SignedAt("09:00")), ("09:02", Served), ("09:05", new ServiceEnded()));

        (await ShowAsync("09:06")).InService.Single()
            .ShouldSatisfyAllConditions(it => it.Desk.ShouldBeNull(), it => it.ServiceEndedAt.ShouldBe(At("09:05")));
    }

    [Fact]
    public async Task Who_is_out_keeps_the_place_and_is_called_no_more_until_back()
    {
        await log.AppendAsync(
            Metro, Visit(1), ("09:00", ArrivedWith(1)), ("09:00", SignedAt("09:00")), ("09:01", Called), ("09:02", new SteppedOut()));
        var away = (await ShowAsync("09:03")).Waiting.Single();
        (away.Status, away.OutSince, away.Since).ShouldBe((VisitStatus.Waiting, At("09:02"), At("09:00")));

        await log.AppendAsync(Metro, Visit(1), ("09:10", new CameBack()));
        (await ShowAsync("09:10")).Waiting.Single().OutSince.ShouldBeNull();
    }

    [Fact]
    public async Task After_two_calls_of_priority_visitors_comes_one_whose_time_runs_out()
    {
        await WaitingAsync(1, Priority.Elderly);
        await WaitingAsync(2, Priority.Pregnant);
        await WaitingAsync(3, Priority.Child);
        await WaitingAsync(4, Priority.None);
        (await ShowAsync("09:04")).Next.ShouldBe(Visit(1));

        await log.AppendAsync(Metro, Visit(1), ("09:04", Called), ("09:04:10", Called), ("09:04:20", Called));
        (await ShowAsync("09:04:30")).Next.ShouldBe(Visit(2), "calling again is no other call");

        await log.AppendAsync(Metro, Visit(2), ("09:04:40", Called), ("09:04:50", Served), ("09:04:55", Finished));
        (await ShowAsync("09:04:56")).Next.ShouldBe(Visit(4));

        await log.AppendAsync(Metro, Visit(4), ("09:05", Called));
        await WaitingAsync(5, Priority.None);
        (await ShowAsync("09:05:01")).Next.ShouldBe(Visit(3), "now it is priority's turn again");
    }

    [Fact]
    public async Task Yesterdays_calls_do_not_count()
    {
        foreach (var number in new[] { 1, 2 })
            await log.AppendAsync(Metro, Visit(number), ("2 09:00", ArrivedWith(number) with { Priority = Priority.Elderly }),
                ("2 09:00", SignedAt("09:00", number)), ("2 09:01", Called));
        await log.AppendAsync(Metro, Visit(3), ("3 09:00", ArrivedWith(3) with { Priority = Priority.Elderly }),
            ("3 09:00", SignedAt("3 09:00", 3)));
        await log.AppendAsync(Metro, Visit(4), ("3 09:00", ArrivedWith(4)), ("3 09:00", SignedAt("3 09:00", 4)));

        (await ShowAsync("3 09:10")).Next.ShouldBe(Visit(3));
    }

    [Fact]
    public async Task Only_who_waits_in_the_room_is_called()
    {
        await log.AppendAsync(
            Metro, Visit(1), ("09:00", Arrived with { Channel = Channel.Online, Ticket = null }), ("09:00", Signed(null)));
        await log.AppendAsync(Metro, Visit(2), ("09:00", ArrivedWith(2)), ("09:01", SignedAt("09:01", 2)), ("09:02", Called));
        await log.AppendAsync(Metro, Visit(3), ("09:00", ArrivedWith(3)), ("09:01", SignedAt("09:01", 3)), ("09:02", new SteppedOut()));
        (await ShowAsync("09:03")).Next.ShouldBeNull();

        await log.AppendAsync(Metro, Visit(3), ("09:04", new CameBack()));
        (await ShowAsync("09:04")).Next.ShouldBe(Visit(3));
    }

    Task<long> WaitingAsync(int visit, Priority priority) => log.AppendAsync(
        Metro, Visit(visit), ("09:00", ArrivedWith(visit) with { Priority = priority }), ("09:01", SignedAt("09:01", visit)));

    [Fact]
    public async Task A_correction_moves_who_has_priority()
    {
        await log.AppendAsync(Metro, Visit(1), ("09:00", ArrivedWith(1)), ("09:00", SignedAt("09:00")));
        await log.AppendAsync(Metro, Visit(2), ("09:00", ArrivedWith(2)), ("09:01", SignedAt("09:01", 2)));
        await log.AppendAsync(
            Metro, Visit(2), ("09:02", Corrected(1, "priority", "none", "pregnant")),
            ("09:02", Corrected(2, "demographics.occupation", 1, 7)));

        var first = (await ShowAsync("09:03")).Waiting[0];

        (first.Visit, first.Priority, first.Occupation).ShouldBe((Visit(2), Priority.Pregnant, 7));
    }

    [Fact]
    public async Task Another_office_has_another_queue()
    {
        await log.AppendAsync(Metro, Visit(1), ("09:00", ArrivedWith(1)), ("09:00", SignedAt("09:00")));
        await log.Runner().CatchUpAsync(default);

        (await Board.ShowAsync(Bima, Office(Bima), At("09:01"), default)).Waiting.ShouldBeEmpty();
    }

    QueueBoard Board => new(log.Tables, new(log.Tables));

    async Task<QueueView> ShowAsync(string now)
    {
        await log.Runner().CatchUpAsync(default);
        return await Board.ShowAsync(Metro, Office(Metro), At(now), default);
    }
}
