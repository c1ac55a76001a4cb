using Pst.EventStore;

namespace Pst.Projections.Tests;

using static Tale;

/// <summary>What was put right, entered late or taken back, in both tellings of a day; what stayed overnight.</summary>
public sealed class PastDaySpecs
{
    [Fact]
    public void A_late_entry_stands_where_it_happened_and_was_seen_when_it_was_recorded()
    {
        var day = Day(Monday, Told((At("09:00"), At("14:00"), Arrived), (At("09:02"), At("14:01"), SignedAt("09:02"))));

        Waiting(day, "09:30", Timeline.Occurred).ShouldBe(["PS-001"]);
        Waiting(day, "09:30", Timeline.Recorded).ShouldBeEmpty();
        Waiting(day, "14:01", Timeline.Recorded).ShouldBe(["PS-001"]);
    }

    [Fact]
    public void A_correction_holds_from_the_beginning_and_was_seen_from_when_it_was_recorded()
    {
        var day = Day(Monday, Told(
            (At("09:00"), At("09:00"), Arrived), (At("09:01"), At("09:01"), SignedAt("09:01")),
            (At("11:00"), At("11:00"), Corrected(1, "partySize", 1, 30))));

        PeopleAt("10:00", Timeline.Occurred).ShouldBe(30);
        PeopleAt("10:00", Timeline.Recorded).ShouldBe(1);
        PeopleAt("11:00", Timeline.Recorded).ShouldBe(30);

        int PeopleAt(string time, Timeline by) => day.At(At(time), by).Queue.Waiting.Single().PartySize;
    }

    [Fact]
    public void What_was_taken_back_was_seen_and_never_happened()
    {
        var day = Day(Monday, Told(
            (At("09:00"), At("09:00"), Arrived), (At("09:01"), At("09:01"), SignedAt("09:01")),
            (At("09:05:00"), At("09:05:00"), Served), (At("09:05:08"), At("09:05:08"), new Undone(3))));

        day.At(At("09:05:04"), Timeline.Recorded).Queue.InService.Count.ShouldBe(1);
        day.At(At("09:05:04"), Timeline.Occurred).Queue.InService.ShouldBeEmpty();
        day.Events(Timeline.Recorded).Select(it => it.Event.Alias).ShouldBe(["arrived", "guestbook_signed", "served", "undone"]);
        day.Events(Timeline.Occurred).Select(it => it.Event.Alias).ShouldBe(["arrived", "guestbook_signed"]);
    }

    [Fact]
    public void What_was_voided_was_seen_and_is_counted_as_voided_from_the_beginning()
    {
        var day = Day(Monday, Told(
            (At("09:00"), At("09:00"), Arrived), (At("09:01"), At("09:01"), SignedAt("09:01")),
            (At("12:00"), At("12:00"), new Voided(Reason))));

        Waiting(day, "10:00", Timeline.Recorded).ShouldBe(["PS-001"]);
        Waiting(day, "10:00", Timeline.Occurred).ShouldBeEmpty();
        day.At(At("10:00"), Timeline.Occurred).Figures[Figure.Voided].ShouldBe(1);
    }

    [Fact]
    public void A_card_and_a_bag_that_stayed_are_there_on_the_days_between_and_say_so()
    {
        var visit = Told(
            (At("1 14:00"), At("1 14:00"), Arrived), (At("1 14:01"), At("1 14:01"), SignedAt("1 14:01")),
            (At("1 14:02"), At("1 14:02"), Held), (At("1 14:03"), At("1 14:03"), Locked), (At("1 14:05"), At("1 14:05"), Served),
            (At("3 08:30"), At("3 08:30"), Unlocked), (At("3 08:31"), At("3 08:31"), Returned), (At("3 08:32"), At("3 08:32"), Finished));

        foreach (var by in Enum.GetValues<Timeline>())
        {
            var between = Day(Monday, visit).At(At("12:00"), by);
            between.Custody.Ids.Single().Overdue.ShouldBeTrue();
            between.Custody.Taken.Single().Locker.ShouldBe(new("A01"));
            between.Figures[Figure.Visits].ShouldBe(0, "it belongs to the day of its arrival");
            Day(new(2026, 3, 3), visit).At(At("3 08:31"), by).Custody.Ids.ShouldBeEmpty();
        }
    }

    [Fact]
    public void A_promise_is_broken_when_its_time_is_over()
    {
        var day = Day(Monday,
            Told((At("09:00"), At("09:00"), Arrived), (At("09:00"), At("09:00"), SignedAt("09:00")), (At("09:20"), At("09:20"), Served)));

        day.Broken(At("09:05"), Timeline.Occurred).ShouldBeEmpty();
        day.Broken(At("12:00"), Timeline.Occurred).Single().At.ShouldBe(At("09:05"));
    }

    static IEnumerable<string> Waiting(PastDay day, string time, Timeline by) =>
        day.At(At(time), by).Queue.Waiting.Select(it => $"{it.Ticket}");

    static PastDay Day(DateOnly day, params IReadOnlyList<StoredEvent>[] visits)
    {
        var office = Office(Metro);
        OfficeEvent[] opened =
            [new OfficeOpened(office.Details, office.Local with { Lockers = [new("A01")] }), new StandardAdopted(office.Standards[0])];
        return new(day, Zone.Jakarta, 1, [.. opened.Select((it, index) => Stored(index + 1, it, At("1 00:00"), At("1 00:00")))], visits);
    }

    static IReadOnlyList<StoredEvent> Told(params (DateTimeOffset Occurred, DateTimeOffset Recorded, VisitEvent Event)[] events) =>
        [.. events.Select((it, index) => Stored(index + 1, it.Event, it.Occurred, it.Recorded))];

    static StoredEvent Stored(int version, object happened, DateTimeOffset occurred, DateTimeOffset recorded) =>
        new(Metro.Value, Visit(1).Value, version, version, Types.AliasOf(happened.GetType()), happened, new(occurred, "petugas"), recorded);
}
