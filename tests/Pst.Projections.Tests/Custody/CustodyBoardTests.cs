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
