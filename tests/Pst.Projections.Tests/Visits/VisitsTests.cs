namespace Pst.Projections.Tests;

using static Tale;

public sealed class VisitsTests : IAsyncLifetime
{
    TestLog log = null!;

    public async Task InitializeAsync() => log = await TestLog.CreateAsync();

    public async Task DisposeAsync() => await log.DisposeAsync();

    Visits Visits => new(new(log.App, Types), log.Tables, new(log.Tables), new(log.Tables));

    [Fact]
    public async Task A_visit_is_shown_whole()
    {
        await log.AppendAsync(
            Bima, Visit(1), ("09:00", Arrived with { Standard = Office(Bima).Standards[0].EffectiveFrom }),
            ("09:01", SignedAt("09:01")), ("09:02", Held), ("09:03", Locked), ("09:06:01", Served), ("09:10", Copied(7)),
            ("09:11", new Rated(4, new([KeyValuePair.Create(Element.BIAYA, 3)]), null)));

        var visit = (await FindAsync(Bima, 1, "10:00"))!;

        (visit.Id, visit.Channel, visit.Service, visit.Ticket)
            .ShouldBe((Visit(1), Channel.Offline, ServiceCode.PS, new Ticket(ServiceCode.PS, 1)));
        (visit.Status, visit.GuestbookAt, visit.Due, visit.ServedAt)
            .ShouldBe((VisitStatus.InService, At("09:01"), At("09:06"), At("09:06:01")));
        (visit.Sla, visit.DepartedAt, visit.Locker, visit.IdHeld)
            .ShouldBe((Verdict.Missed, null, new Locker("A01"), new HeldIdView(IdKind.Ktp, "c0ffee", null)));
        (visit.Copies, visit.Late, visit.Version).ShouldBe((new CopiesView(7, 7, 10, 3), false, 7L));
        visit.Rating.ShouldBe(new(4, new([KeyValuePair.Create(Element.BIAYA, 3)])));
    }

    [Fact]
    public async Task A_visit_can_be_seen_as_it_was()
    {
        await log.AppendAsync(Metro, Visit(1), ("09:00", Arrived), ("09:01", SignedAt("09:01")), ("09:10", Served));

        (await FindAsync(Metro, 1, "10:00", new(Version: 2)))!.Status.ShouldBe(VisitStatus.Waiting);
        (await FindAsync(Metro, 1, "10:00", new(AsOf: At("09:00:59"))))!.Status.ShouldBe(VisitStatus.Arrived);
        (await FindAsync(Metro, 1, "10:00", new(AsOf: At("09:05"))))!.Sla.ShouldBe(Verdict.Pending, "judged as of then");
        (await FindAsync(Metro, 1, "10:00", new(AsOf: At("08:59")))).ShouldBeNull();
        (await FindAsync(Metro, 1, "10:00", new(SeenAt: At("09:30")))).ShouldBeNull("it was recorded when this test ran");
        (await FindAsync(Metro, 2, "10:00")).ShouldBeNull();
        (await FindAsync(Bima, 1, "10:00")).ShouldBeNull();
    }

    [Theory]
    [InlineData("09:00", null, null)] // the visitor before still waits
    [InlineData("09:00", "09:12", "09:17")]
    [InlineData("09:00", "09:03", "09:15")] // served before this one signed
    [InlineData(null, null, "09:15")]
    public async Task A_promise_may_begin_with_the_visitor_before(string? before, string? served, string? due)
    {
        static GuestbookSigned Next(string at, int visitor) =>
            Signed(new(CompletionKind.AfterPreviousVisitor, At(at), 5, null, []), visitor);
        if (before is not null) await log.AppendAsync(Metro, Visit(1), (before, ArrivedWith(1)), (before, Next(before, 1)));
        if (served is not null) await log.AppendAsync(Metro, Visit(1), (served, Served));
        // Gone unserved: passed over.
        await log.AppendAsync(Metro, Visit(2), ("09:05", ArrivedWith(2)), ("09:06", Next("09:06", 2)), ("09:07", Unserved));
        await log.AppendAsync(Metro, Visit(3), ("1 09:00", ArrivedWith(3)), ("1 09:00", Next("09:00", 3))); // another day
        await log.AppendAsync(Bima, Visit(4), ("09:09", ArrivedWith(4)), ("09:09", Next("09:09", 4))); // another office
        await log.AppendAsync(Metro, Visit(5), ("09:10", ArrivedWith(5)), ("09:10", Next("09:10", 5)));
        await log.Runner().CatchUpAsync(default);

        DateTimeOffset? expected = due is null ? null : At(due);
        (await FindAsync(Metro, 5, "09:11"))!.Due.ShouldBe(expected);
        (await new QueueBoard(log.Tables, new(log.Tables)).ShowAsync(Metro, Office(Metro), At("09:11"), default))
            .Waiting.Single(it => it.Visit == Visit(5)).Due.ShouldBe(expected);
    }

    [Fact]
    public async Task The_list_begins_with_the_last_and_goes_on_page_by_page()
    {
        foreach (var number in Enumerable.Range(1, 5))
            await log.AppendAsync(Metro, Visit(number), ($"09:0{number / 2}", ArrivedWith(number)));

        var first = await ListAsync(new(Limit: 2));
        var second = await ListAsync(new(Limit: 2, After: VisitCursor.Parse($"{first.Next}", null)));
        var third = await ListAsync(new(Limit: 2, After: second.Next));

        first.Items.Concat(second.Items).Concat(third.Items).Select(it => it.Id).ShouldBe(Enumerable.Range(1, 5).Reverse().Select(Visit));
        (third.Items.Count, third.Next).ShouldBe((1, null));
        (await ListAsync(new(Limit: 5))).Next.ShouldBeNull();
    }

    [Fact]
    public async Task The_list_is_of_local_days()
    {
        await log.AppendAsync(Metro, Visit(1), ("2 00:00", ArrivedWith(1)));
        await log.AppendAsync(Metro, Visit(2), ("2 23:59:59", ArrivedWith(2)));
        await log.AppendAsync(Metro, Visit(3), ("3 00:00", ArrivedWith(1)));

        (await ListAsync(new(Monday, Monday))).Items.Select(it => it.Id).ShouldBe([Visit(2), Visit(1)]);
        (await ListAsync(new(From: Monday.AddDays(1)))).Items.Select(it => it.Id).ShouldBe([Visit(3)]);
        (await ListAsync(new(DateOnly.MinValue, DateOnly.MaxValue))).Items.Count.ShouldBe(3);
    }

    [Fact]
    public async Task The_list_keeps_to_status_verdict_and_ticket()
    {
        await log.AppendAsync(Metro, Visit(1), ("09:00", ArrivedWith(1)), ("09:00", SignedAt("09:00")), ("09:01", Served));
        await log.AppendAsync(Metro, Visit(2), ("09:00", ArrivedWith(2)), ("09:00", SignedAt("09:00", 2)),
            ("09:03", new Transferred(ServiceCode.KS, new(ServiceCode.KS, 1))));
        await log.AppendAsync(Metro, Visit(3), ("09:00", ArrivedWith(3)));

        (await ListAsync(new(Status: VisitStatus.InService))).Items.Single().Id.ShouldBe(Visit(1));
        (await ListAsync(new(Sla: Verdict.Missed, Limit: 1))).Items.Single().Id.ShouldBe(Visit(2));
        (await ListAsync(new(Sla: Verdict.Unknown))).Items.Single().Id.ShouldBe(Visit(3));
        (await ListAsync(new(Ticket: new(ServiceCode.PS, 2)))).Items.Single().Id.ShouldBe(Visit(2));
        (await ListAsync(new(Ticket: new(ServiceCode.KS, 1)))).Items.Single().Id.ShouldBe(Visit(2));
        (await ListAsync(new(Ticket: new(ServiceCode.KS, 2)))).Items.ShouldBeEmpty();
    }

    async Task<VisitView?> FindAsync(OfficeCode office, int visit, string now, VisitMoment? moment = null)
    {
        await log.Runner().CatchUpAsync(default);
        return await Visits.FindAsync(office, Office(office), Visit(visit), moment ?? VisitMoment.Now, At(now), default);
    }

    async Task<VisitPage> ListAsync(VisitFilter filter)
    {
        await log.Runner().CatchUpAsync(default);
        return await Visits.ListAsync(Metro, Office(Metro), filter, At("10:00"), default);
    }
}
