namespace Pst.Projections.Tests;

using static Tale;

public sealed class CustodyBoardTests : IAsyncLifetime
{
    TestLog log = null!;

    public async Task InitializeAsync() => log = await TestLog.CreateAsync();

    public async Task DisposeAsync() => await log.DisposeAsync();

    [Fact]
    public async Task Lockers_stand_as_in_the_office_each_with_its_holder()
    {
        await log.AppendAsync(
            Metro, Visit(1), ("09:00", Arrived), ("09:01", SignedAt("09:01")), ("09:02", Held), ("09:03", Locked),
            ("09:04", new Transferred(ServiceCode.KS, new(ServiceCode.KS, 1))));
        await log.AppendAsync(Metro, Visit(2), ("09:00", ArrivedWith(2)), ("09:01", SignedAt("09:01", 2)), ("09:02", Held));
        var office = OfficeState.Evolve(Office(Metro), new LockerPutOutOfOrder(new("A02"), Reason));

        var custody = await ShowAsync(office, "09:10");

        custody.Lockers.Select(it => it.Locker).ShouldBe(office.Local.Lockers);
        custody.Lockers[0].ShouldBe(new(new("A01"), LockerState.Occupied, Visit(1), new Ticket(ServiceCode.KS, 1), At("09:03")));
        custody.Lockers[1].ShouldBe(new(new("A02"), LockerState.OutOfOrder));
        custody.Lockers.Skip(2).ShouldAllBe(it => it.State == LockerState.Free && it.Visit == null);
        custody.Ids.Select(it => (it.Visit, it.Kind, it.Commitment, it.Since, it.Overdue)).ShouldBe(
            [(Visit(1), IdKind.Ktp, "c0ffee", At("09:02"), false), (Visit(2), IdKind.Ktp, "c0ffee", At("09:02"), false)]);
    }

    [Fact]
    public async Task A_bag_taken_out_frees_the_locker_and_a_card_given_back_leaves_the_board()
    {
        await log.AppendAsync(Metro, Visit(1), ("09:00", Arrived), ("09:01", SignedAt("09:01")), ("09:02", Held), ("09:03", Locked),
            ("09:04", Unlocked));
        var unlocked = await ShowAsync(Office(Metro), "09:05");
        (unlocked.Lockers[0].State, unlocked.Ids.Count).ShouldBe((LockerState.Free, 1));

        await log.AppendAsync(Metro, Visit(1), ("09:05", Returned));
        (await ShowAsync(Office(Metro), "09:06")).Ids.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_voided_visit_holds_nothing()
    {
        await log.AppendAsync(
            Metro, Visit(1), ("09:00", Arrived), ("09:01", SignedAt("09:01")), ("09:02", Held), ("09:03", Locked),
            ("09:04", new Voided(Reason)));

        var custody = await ShowAsync(Office(Metro), "09:05");

        (custody.Lockers[0].State, custody.Ids.Count).ShouldBe((LockerState.Free, 0));
    }

    [Fact]
    public async Task A_party_holds_several_and_the_longest_held_comes_first()
    {
        await log.AppendAsync(
            Metro, Visit(1), ("09:00", Arrived with { PartySize = 2 }), ("09:01", SignedAt("09:01")), ("09:02", Held),
            ("09:04", Held with { Item = 2 }),
            ("09:05", new LockerAssigned(new("A02"), 2)));
        await log.AppendAsync(Metro, Visit(2), ("09:00", ArrivedWith(2)), ("09:01", SignedAt("09:01", 2)), ("09:03", Held));

        var custody = await ShowAsync(Office(Metro), "09:10");

        custody.Ids.Select(it => (it.Visit, it.Item)).ShouldBe([(Visit(1), 1), (Visit(2), 1), (Visit(1), 2)]);
        custody.Lockers.Single(it => it.State == LockerState.Occupied).Locker.ShouldBe(new("A02"));
    }

    [Fact]
    public async Task A_jammed_locker_stays_on_the_board_until_it_is_opened_also_after_departure()
    {
        await log.AppendAsync(
            Metro, Visit(1), ("09:00", Arrived), ("09:01", SignedAt("09:01")), ("09:02", Held), ("09:03", Locked), ("09:04", Jammed),
            ("09:05", Returned), ("09:06", Unserved));
        var jammed = await ShowAsync(Office(Metro), "09:07");
        jammed.Lockers[0].ShouldBe(new(new("A01"), LockerState.Jammed, Visit(1), new Ticket(ServiceCode.PS, 1), At("09:04")));
        jammed.Incidents.ShouldBe(
            [new(Visit(1), new Ticket(ServiceCode.PS, 1), 5, IncidentKind.LockerJammed, 1, new Locker("A01"), At("09:04"), Reason, null)]);
        jammed.Ids.ShouldBeEmpty();

        await log.AppendAsync(Metro, Visit(1), ("09:08", new IncidentResolved(5, new("A01"), Reason)));
        var opened = await ShowAsync(Office(Metro), "09:09");
        (opened.Lockers[0].State, opened.Incidents.Count).ShouldBe((LockerState.Free, 0));
        (await log.ScalarAsync<int>("select count(*) from read.custody_1")).ShouldBe(0);
    }

    [Fact]
    public async Task A_lost_card_leaves_the_list_and_its_bag_the_locker()
    {
        await log.AppendAsync(
            Metro, Visit(1), ("09:00", Arrived), ("09:01", SignedAt("09:01")), ("09:02", Held), ("09:03", Locked),
            ("09:04", new IdLost(1, Reason)));
        var lost = await ShowAsync(Office(Metro), "09:05");
        (lost.Ids.Count, lost.Lockers[0].State, lost.Incidents.Single().Kind).ShouldBe((0, LockerState.Occupied, IncidentKind.IdLost));

        await log.AppendAsync(Metro, Visit(1), ("09:06", Held with { Commitment = "another" }), ("09:07", Unlocked));
        (await ShowAsync(Office(Metro), "09:08")).Ids.Single().ShouldSatisfyAllConditions(
            it => it.Commitment.ShouldBe("another"), it => it.Since.ShouldBe(At("09:06")));
    }

    [Fact]
    public async Task With_a_voided_visit_goes_what_went_wrong_in_it()
    {
        await log.AppendAsync(
            Metro, Visit(1), ("09:00", Arrived), ("09:01", SignedAt("09:01")), ("09:02", Held), ("09:03", Locked), ("09:04", Jammed),
            ("09:05", new Voided(Reason)));

        var custody = await ShowAsync(Office(Metro), "09:06");

        (custody.Lockers[0].State, custody.Incidents.Count).ShouldBe((LockerState.Free, 0));
    }

    [Fact]
    public async Task A_card_is_overdue_from_the_next_local_day_on()
    {
        await log.AppendAsync(Metro, Visit(1), ("2 15:00", Arrived), ("2 15:01", SignedAt("15:01")), ("2 23:59:59", Held));

        (await ShowAsync(Office(Metro), "2 23:59:59")).Ids.Single().Overdue.ShouldBeFalse();
        (await ShowAsync(Office(Metro), "3 00:00")).Ids.Single().Overdue.ShouldBeTrue();
    }

    async Task<CustodyView> ShowAsync(OfficeState office, string now)
    {
        await log.Runner().CatchUpAsync(default);
        return await new CustodyBoard(log.Tables).ShowAsync(Metro, office, At(now), default);
    }
}
