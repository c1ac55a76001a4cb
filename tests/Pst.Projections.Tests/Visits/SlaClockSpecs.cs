using Pst.Web.Pages.History;

namespace Pst.Projections.Tests;

using static Tale;

/// <summary>How the clock of a promise is drawn, of each kind.</summary>
public sealed class SlaClockSpecs
{
    const int Amber = 60;

    static SlaClock Drawn(string now, Promise? promise, params (string, VisitEvent)[] more) =>
        Drawn(now, promise, null, [("09:00", Arrived), ("09:01", Signed(promise)), .. more]);

    static SlaClock Drawn(string now, Promise? promise, string? used, IEnumerable<(string, VisitEvent)> told) =>
        SlaClock.Of(Row<VisitRow>(VisitRow.After, told)!, promise, used is null ? null : At(used), Amber, At(now));

    static Promise Minutes() => new(CompletionKind.AfterGuestbook, At("09:01"), 5, At("09:06"), []);

    static string Looks(SlaClock clock) => string.Join(' ', clock.Stretches.Select(it => it.IsSpent ? it.Look : $"({it.Look})"));
    static string Names(SlaClock clock) => string.Join(' ', clock.Marks.Select(it => it.Name));

    [Fact]
    public void A_promise_kept_shows_what_was_left_of_it()
    {
        var clock = Drawn("12:00", Minutes(), ("09:03", Served));
        (clock.Verdict, clock.Taken, clock.Allowed).ShouldBe((Verdict.Met, TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(5)));
        Names(clock).ShouldBe("start served amber due");
        Looks(clock).ShouldBe("green (green) (amber)");
        clock.Marks.Select(it => it.Place).ShouldBe([3, 40.6, 59.4, 97]);
        clock.Stretches.Sum(it => it.Width).ShouldBe(94, tolerance: 0.05);
    }

    [Fact]
    public void A_promise_missed_goes_on_in_red()
    {
        var clock = Drawn("12:00", Minutes(), ("09:08", Served));
        (clock.Verdict, Looks(clock), Names(clock)).ShouldBe((Verdict.Missed, "green amber red", "start amber due served"));
    }

    [Fact]
    public void Who_still_waits_is_drawn_as_of_now()
    {
        var clock = Drawn("09:03", Minutes());
        (clock.Verdict, Names(clock), clock.Taken).ShouldBe((Verdict.Pending, "start now amber due", TimeSpan.FromMinutes(2)));
        Looks(Drawn("09:07", Minutes())).ShouldBe("green amber red");
    }

    [Fact]
    public void Who_signed_before_the_doors_opened_waits_for_them() =>
        Names(Drawn("09:40", Minutes() with { ClockStarts = At("09:30"), Due = At("09:35") }, ("09:31", Served)))
            .ShouldBe("signed start served amber due");

    [Fact]
    public void Behind_a_visitor_who_is_not_served_no_clock_runs()
    {
        var promise = new Promise(CompletionKind.AfterPreviousVisitor, At("09:01"), 10, null, []);
        var clock = Drawn("09:05", promise);
        (clock.Verdict, Names(clock), clock.Allowed).ShouldBe((Verdict.Pending, "start now", TimeSpan.FromMinutes(10)));
        Looks(clock).ShouldBe("green");
        Looks(Drawn("09:20", promise.After(new(true, At("09:05"))), ("09:17", Served))).ShouldBe("green amber red");
    }

    [Fact]
    public void Within_hours_a_break_is_no_part_of_the_day()
    {
        ValueList<Period> spans = [new(At("08:00"), At("12:00")), new(At("13:00"), At("15:30"))];
        var promise = new Promise(CompletionKind.WithinHours, At("09:01"), null, At("15:30"), spans);
        var clock = Drawn("16:00", promise, ("14:00", Served));
        (clock.Verdict, clock.Allowed).ShouldBe((Verdict.Met, null));
        Looks(clock).ShouldBe("green amber (amber)");
        Looks(Drawn("16:00", promise)).ShouldBe("green amber red");
        clock.Stretches.Sum(it => it.Width).ShouldBeLessThan(94, "the break is left open");
    }

    [Fact]
    public void Online_it_runs_until_something_is_used()
    {
        var promise = new Promise(CompletionKind.Immediate, null, null, null, []);
        (string, VisitEvent)[] told = [("09:00", Arrived with { Channel = Channel.Online, Ticket = null }), ("09:01", Signed(promise))];
        Names(Drawn("09:30", promise, null, told)).ShouldBe("arrived now");
        var reading = new PublicationRead(new("9302021.1872"), ReadingForm.Digital);
        (string, VisitEvent)[] read = [.. told, ("09:01", Served), ("09:02", reading)];
        var used = Drawn("09:30", promise, "09:02", read);
        (used.Verdict, Names(used), used.Taken).ShouldBe((Verdict.Met, "arrived used", null));
    }

    [Fact]
    public void Where_nothing_was_promised_or_signed_nothing_is_drawn()
    {
        var other = Drawn("09:30", null, null, [("09:00", Arrived with { Promised = false }), ("09:01", Signed(null))]);
        (other.Verdict, other.Marks.Count, other.Kind).ShouldBe((Verdict.NoPromise, 0, null));
        var unsigned = Drawn("09:30", null, null, [("09:00", Arrived)]);
        (unsigned.Verdict, unsigned.Marks.Count).ShouldBe((Verdict.Unknown, 0));
    }

    [Fact]
    public void A_voided_visit_is_not_judged_and_an_unknown_end_is_not_drawn_to_this_day()
    {
        Drawn("12:00", Minutes(), ("09:02", new Voided(Reason))).Verdict.ShouldBeNull();
        var clock = Drawn("9 12:00", Minutes(), ("18:00", new Departed(DepartureReason.UnknownEnd)));
        (Names(clock), clock.Taken).ShouldBe(("start amber due", null));
    }
}
