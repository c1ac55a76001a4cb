using static Pst.Domain.Appointment;
using static Pst.Domain.AppointmentCommand;
using static Pst.Domain.AppointmentRefusal;

namespace Pst.Domain.Specs;

/// <summary>An appointment from its making to its end. It is Monday, the second of March, nine o'clock at Kota Metro.</summary>
public sealed class AppointmentSpecs
{
    static readonly Guid Why = new("0195a3c2-7e11-7000-8000-00000000000a");
    static readonly VisitId Visit = new(new("0195a3c2-7e11-7000-8000-000000000001"));
    static readonly VisitId Other = new(new("0195a3c2-7e11-7000-8000-000000000002"));

    static readonly AppointmentMade Made = new(March(3, "09:30"), 1);
    static readonly AppointmentMoved Moved = new(March(4, "10:00"), 2);
    static readonly AppointmentCancelled Cancelled = new(AppointmentSide.Visitor, null);
    static readonly AppointmentKept Came = new(Visit);
    static readonly AppointmentMissed Nobody = new();

    static AppointmentSlot March(int day, string start) => new(new(2026, 3, day), TimeOnly.Parse(start, null));

    static DateTimeOffset At(int day, string time) => Zone.Jakarta.At(new(2026, 3, day), TimeOnly.Parse(time, null));

    sealed record Story(Appointment Appointment, AppointmentFacts Facts)
    {
        public Story On(int day, string time = "09:00") => this with { Facts = Facts with { Now = At(day, time) } };
        public Story Taken(params int[] places) => this with { Facts = Facts with { Taken = places } };
        public Story Offering(int places) => this with { Facts = Facts with { Places = places } };
        public Decision<AppointmentEvent> When(AppointmentCommand command) => AppointmentDecider.Decide(command, Appointment, Facts);
    }

    static Story Given(params IEnumerable<AppointmentEvent> history) => In(OfficeFiles.Metro.Local, history);

    static Story In(LocalSettings local, params IEnumerable<AppointmentEvent> history) => new(
        history.Aggregate(Appointment.Initial, Appointment.Evolve),
        new(At(2, "09:00"), new(local, Zone.Jakarta), Places: 2, []));

    [Fact]
    public void It_takes_the_first_free_place_of_its_slot()
    {
        Given().When(new Make(Made.Slot)).Then(Made);
        Given().Taken(1).When(new Make(Made.Slot)).Then(Made with { Place = 2 });
        Given().Taken(2).When(new Make(Made.Slot)).Then(Made);
        Given().Taken(1, 2).When(new Make(Made.Slot)).ThenRefused(new SlotFull());
        Given(Made).When(new Make(Made.Slot)).ThenRefused(new AlreadyMade());
    }

    [Fact]
    public void An_office_that_takes_fewer_from_now_on_fills_nothing_above_that()
    {
        Given().Offering(1).Taken(2).When(new Make(Made.Slot)).ThenRefused(new SlotFull());
        Given().Offering(0).When(new Make(Made.Slot)).ThenRefused(new NotOffered());
        Given(Made).Offering(0).When(new Cancel(AppointmentSide.Visitor, null)).Then(Cancelled);
    }

    [Theory]
    [InlineData(3, "07:30"), InlineData(3, "12:00"), InlineData(3, "12:30"), InlineData(3, "15:30"), InlineData(6, "11:30")]
    [InlineData(7, "09:00")]
    public void It_is_made_where_the_office_serves_and_for_no_break_evening_or_weekend(int day, string start) =>
        Given().When(new Make(March(day, start))).ThenRefused(new OutsideHours());

    [Theory, InlineData(3, "08:00"), InlineData(3, "11:30"), InlineData(3, "13:00"), InlineData(3, "15:00"), InlineData(6, "11:00")]
    public void The_first_and_the_last_slot_of_a_span_are_offered(int day, string start) =>
        Given().When(new Make(March(day, start))).Then(new AppointmentMade(March(day, start), 1));

    [Fact]
    public void Holidays_and_days_with_their_own_hours_are_as_for_any_visit()
    {
        var local = OfficeFiles.Metro.Local with
        {
            Holidays = [new(2026, 3, 3)], DayOverrides = [new(new(2026, 3, 4), [new(new(9, 15), new(10, 15))])],
        };
        In(local).When(new Make(March(3, "09:30"))).ThenRefused(new OutsideHours());
        In(local).When(new Make(March(4, "09:00"))).ThenRefused(new OutsideHours());
        In(local).When(new Make(March(4, "09:30"))).Then(new AppointmentMade(March(4, "09:30"), 1));
        In(local).When(new Make(March(4, "10:00"))).ThenRefused(new OutsideHours());
    }

    [Fact]
    public void It_is_made_before_its_time_and_at_most_thirty_days_ahead()
    {
        Given().On(3, "09:29").When(new Make(Made.Slot)).Then(Made);
        Given().On(3, "09:30").When(new Make(Made.Slot)).ThenRefused(new InThePast());
        Given().When(new Make(new(new(2026, 4, 1), new(9, 0)))).Then(new AppointmentMade(new(new(2026, 4, 1), new(9, 0)), 1));
        Given().When(new Make(new(new(2026, 4, 2), new(9, 0)))).ThenRefused(new TooFarAhead(AppointmentFacts.MostDays));
    }

    [Fact]
    public void It_moves_as_it_is_made_and_staying_is_no_move()
    {
        Given(Made).Taken(1).When(new Move(Moved.Slot)).Then(Moved);
        Given(Made).Taken(1, 2).When(new Move(Moved.Slot)).ThenRefused(new SlotFull());
        Given(Made).When(new Move(March(3, "12:00"))).ThenRefused(new OutsideHours());
        Given(Made).Taken(1, 2).When(new Move(Made.Slot)).ThenNothing();
        Given(Made).On(3, "10:15").When(new Move(Moved.Slot)).Then(new AppointmentMoved(Moved.Slot, 1));
    }

    [Fact]
    public void Visitor_or_office_cancels_it_until_its_day_is_over()
    {
        Given(Made).When(new Cancel(AppointmentSide.Visitor, null)).Then(Cancelled);
        Given(Made).On(3, "23:59").When(new Cancel(AppointmentSide.Office, Why))
            .Then(new AppointmentCancelled(AppointmentSide.Office, Why));
        Given(Made).On(4, "00:00").When(new Cancel(AppointmentSide.Visitor, null)).ThenRefused(new AlreadyMissed());
    }

    [Fact]
    public void One_checks_in_on_its_own_day_early_or_late()
    {
        Given(Made).When(new CheckIn(Visit)).ThenRefused(new NotToday());
        Given(Made).On(3, "08:00").When(new CheckIn(Visit)).Then(Came);
        Given(Made).On(3, "15:29").When(new CheckIn(Visit)).Then(Came);
        Given(Made).On(4).When(new CheckIn(Visit)).ThenRefused(new AlreadyMissed());
        Given(Made, Moved).On(3).When(new CheckIn(Visit)).ThenRefused(new NotToday());
        Given(Made, Moved).On(4).When(new CheckIn(Visit)).Then(Came);
    }

    [Fact]
    public void Checking_in_again_with_the_same_visit_changes_nothing()
    {
        Given(Made, Came).On(3).When(new CheckIn(Visit)).ThenNothing();
        Given(Made, Came).On(3).When(new CheckIn(Other)).ThenRefused(new AlreadyKept());
    }

    [Fact]
    public void Who_did_not_come_is_marked_once_after_the_day_and_who_came_is_not()
    {
        Given(Made).On(3, "23:59").When(new PassTime(null)).ThenNothing();
        Given(Made).On(4, "00:00").When(new PassTime(null)).Then(Nobody);
        Given(Made).On(4).When(new PassTime(Visit)).Then(Came);
        foreach (var end in (AppointmentEvent[])[Cancelled, Came, Nobody]) Given(Made, end).On(9).When(new PassTime(null)).ThenNothing();
    }

    [Fact]
    public void What_is_over_stays_so()
    {
        foreach (var command in (AppointmentCommand[])[new Move(Moved.Slot), new Cancel(AppointmentSide.Visitor, null), new CheckIn(Other)])
        {
            Given().When(command).ThenRefused(new NotFound());
            Given(Made, Cancelled).On(3).When(command).ThenRefused(new AlreadyCancelled());
            Given(Made, Came).On(3).When(command).ThenRefused(new AlreadyKept());
            Given(Made, Nobody).On(4).When(command).ThenRefused(new AlreadyMissed());
        }
    }
}
