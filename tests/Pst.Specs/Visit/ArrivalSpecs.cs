using static Pst.Domain.Specs.Steps;
using static Pst.Domain.Specs.VisitStory;
using static Pst.Domain.VisitCommand;
using static Pst.Domain.VisitRefusal;

namespace Pst.Domain.Specs;

public sealed class ArrivalSpecs
{
    [Theory]
    [InlineData("07:59:59", false), InlineData("08:00", true), InlineData("11:59:59", true), InlineData("12:00", false)]
    [InlineData("12:59:59", false), InlineData("13:00", true), InlineData("15:29:59", true), InlineData("15:30", false)]
    public void Metro_takes_visitors_in_its_hours_and_not_in_the_break(string time, bool open)
    {
        var asked = Metro.At(time).When(Comes);
        if (open) asked.Then(Came);
        else asked.ThenRefused(new OutsideServiceHours());
    }

    [Fact]
    public void Bima_has_no_break_and_its_own_clock()
    {
        Bima.At("12:00").When(Comes).Then(CameInBima);
        Bima.At("15:30").When(Comes).ThenRefused(new OutsideServiceHours());
    }

    [Fact]
    public void The_weekend_is_closed() => Metro.On(March(7)).When(Comes).ThenRefused(new OutsideServiceHours());

    [Fact]
    public void A_day_of_its_own_hours_is_closed_where_other_days_are_open()
    {
        var local = Metro.Office.Local with { DayOverrides = [new(March(2), [new(new(8, 0), new(11, 0))])] };
        var shortDay = Metro.Meanwhile(new SettingsChanged(Metro.Office.Details, local));
        shortDay.At("11:00").ATickEarlier().When(Comes).Then(Came);
        shortDay.At("11:00").When(Comes).ThenRefused(new OutsideServiceHours());
    }

    [Theory]
    [InlineData("07:44:59", false), InlineData("07:45", true), InlineData("12:00", false), InlineData("12:45", true)]
    [InlineData("15:30", false), InlineData("23:59", false)]
    public void An_office_may_give_numbers_a_while_before_its_doors_open(string time, bool admitted)
    {
        var early = Metro.Meanwhile(new SettingsChanged(Metro.Office.Details, Metro.Office.Local with { EarlyArrivalMinutes = 15 }));
        if (admitted) early.At(time).When(Comes).Then(Came);
        else early.At(time).When(Comes).ThenRefused(new OutsideServiceHours());
    }

    [Fact]
    public void The_clock_of_who_comes_early_starts_when_the_doors_open()
    {
        var early = Metro.Meanwhile(new SettingsChanged(Metro.Office.Details, Metro.Office.Local with { EarlyArrivalMinutes = 15 }));
        var follows = early.At("07:50").Given(Came).When(Signs).ShouldBeOfType<Accepted<VisitEvent>>();
        var promise = ((GuestbookSigned)follows.Events.Single()).Promise!;
        (promise.ClockStarts, promise.Due).ShouldBe((early.At("08:00").Facts.At, early.At("08:05").Facts.At));
    }

    [Fact]
    public void Staff_may_admit_outside_the_hours_and_the_arrival_says_why() =>
        Metro.At("15:30").When(Comes with { Override = Allowed }).Then(Came with { Override = Allowed });

    [Fact]
    public void An_override_that_let_nothing_through_is_not_kept()
    {
        Metro.At("15:29:59").When(Comes with { Override = Allowed }).Then(Came);
        Metro.At("15:30").When(ComesOnline with { Override = Allowed }).Then(CameOnline);
    }

    [Fact]
    public void Online_is_always_open_and_needs_no_ticket() => Metro.On(March(1)).At("03:00").When(ComesOnline).Then(CameOnline);

    [Fact]
    public void Before_the_first_standard_nobody_is_promised_anything()
    {
        Metro.On(new(2023, 12, 29)).When(Comes).ThenRefused(new NoStandardInForce());
        Metro.On(new(2023, 12, 29)).When(ComesOnline).ThenRefused(new NoStandardInForce());
        Metro.On(new(2024, 1, 1)).When(Comes).Then(Came);
    }

    [Fact]
    public void The_ticket_is_the_next_of_the_service_that_was_asked_for() =>
        Metro.WithTicket(12).When(Comes with { Service = ServiceCode.KS })
            .Then(Came with { Service = ServiceCode.KS, Ticket = new(ServiceCode.KS, 12), Promised = false });

    [Fact]
    public void A_party_is_counted_and_who_goes_first_is_noted() =>
        Metro.When(Comes with { PartySize = 200, Priority = Priority.Elderly })
            .Then(Came with { PartySize = 200, Priority = Priority.Elderly });

    [Fact]
    public void Nobody_arrives_twice_and_nothing_happens_before()
    {
        Metro.Given(Came).When(Comes).ThenRefused(new AlreadyArrived());
        Metro.Given(Came, Signed, WasServed, WentHome).When(Comes).ThenRefused(new AlreadyArrived());
        Metro.When(Signs).ThenRefused(new NotFound());
        Metro.When(new VisitCommand.Void(Because)).ThenRefused(new NotFound());
    }

    [Fact]
    public void A_later_standard_is_for_those_who_arrive_from_its_day_on()
    {
        var tenMinutes = new Completion(CompletionKind.AfterGuestbook, 10, null, "10 menit");
        var later = Metro.Office.Standards[0] with { EffectiveFrom = March(3), Completion = tenMinutes };
        var office = Metro.Meanwhile(new StandardAdopted(later));
        office.When(Comes).Then(Came);
        office.On(March(3)).When(Comes).Then(Came with { Standard = March(3) });
        office.Given(Came).On(March(3)).When(Signs).Then(Signed with { Promise = FiveMinutesFrom("2026-03-03T09:00:00+07:00") });
    }
}
