using static Pst.Domain.VisitorCommand;

namespace Pst.Domain.Specs;

public sealed class ErasureSpecs
{
    static readonly VisitorId Siti = new(new Guid("00000000-0000-7000-8000-000000000001"));
    static readonly Guid Erasure = new("00000000-0000-7000-8000-00000000e7a5"), Reason = new("00000000-0000-7000-8000-00000000a0a0");
    static readonly VisitId Monday = new(new Guid("00000000-0000-7000-8000-000000000011"));

    static readonly KeptFacts Known = new(HasData: true, IsInside: false, IsHeld: false, ArchiveUntil: null, [Monday], IsAll: true);

    static VisitorFacts With(KeptFacts? kept) => new(Siti, null, HasOthers: false) { Kept = kept };

    [Fact]
    public void Who_asks_to_be_forgotten_is() =>
        Decide(new Erase(Erasure, Reason), With(Known)).ShouldBe(new DataErased(Erasure, ErasureCause.Request, [Monday], true, Reason));

    [Fact]
    public void What_was_kept_long_enough_is_erased_and_the_person_stays_known_by_what_was_not() =>
        Decide(new Expire(Erasure), With(Known with { IsAll = false }))
            .ShouldBe(new DataErased(Erasure, ErasureCause.Retention, [Monday], Everything: false, Reason: null));

    [Fact]
    public void Nobody_is_forgotten_while_inside_or_held_or_while_the_archive_must_keep_it()
    {
        foreach (var command in (VisitorCommand[])[new Erase(Erasure, Reason), new Expire(Erasure)])
        {
            Refusal(command, Known with { IsInside = true }).ShouldBe("visit_still_open");
            Refusal(command, Known with { IsHeld = true }).ShouldBe("under_hold");
            Refusal(command, Known with { ArchiveUntil = new(2026, 12, 31) }).ShouldBe("archive_duty");
        }
    }

    [Fact]
    public void An_archive_duty_says_until_when() =>
        new VisitorRefusal.ArchiveDuty(new(2026, 12, 31)).Facts()["until"].ShouldBe(new DateOnly(2026, 12, 31));

    [Fact]
    public void Nobody_is_forgotten_twice_and_nobody_who_was_never_known()
    {
        Refusal(new Erase(Erasure, Reason), Known with { HasData = false }).ShouldBe("already_erased");
        Refusal(new Erase(Erasure, Reason), null).ShouldBe("visitor_not_found");
    }

    [Fact]
    public void A_hold_is_put_once_and_lifted_once()
    {
        Decide(new Hold(Reason), With(null)).ShouldBe(new DataHeld(Reason));
        Decide(new Lift(Reason), With(null) with { IsHeld = true }).ShouldBe(new HoldLifted(Reason));
        VisitorDecider.Decide(new Hold(Reason), With(null) with { IsHeld = true }).ShouldBe(new VisitorRefusal.AlreadyHeld());
        VisitorDecider.Decide(new Lift(Reason), With(null)).ShouldBe(new VisitorRefusal.NotHeld());
    }

    [Fact]
    public void A_period_is_held_from_its_first_day_to_its_last_until_that_is_lifted()
    {
        var (from, to) = (new DateOnly(2026, 3, 2), new DateOnly(2026, 3, 31));
        var held = RetentionDecider.Decide(new RetentionCommand.HoldPeriod(from, to, Reason), Retention.Initial)
            .ShouldBeOfType<Accepted<RetentionEvent>>().Events.Single();
        var state = Retention.Of([held]);

        (state.Withholds(from), state.Withholds(to)).ShouldBe((true, true));
        (state.Withholds(from.AddDays(-1)), state.Withholds(to.AddDays(1))).ShouldBe((false, false));
        Retention.Of([held, new PeriodHoldLifted(1, Reason)]).Withholds(from).ShouldBeFalse();
    }

    [Fact]
    public void A_period_does_not_end_before_it_begins_and_what_is_lifted_must_be_held()
    {
        var backwards = new RetentionCommand.HoldPeriod(new(2026, 3, 31), new(2026, 3, 30), Reason);
        RetentionDecider.Decide(backwards, Retention.Initial).ShouldBe(new RetentionRefusal.HoldPeriodEndsEarly());
        var unheld = new RetentionCommand.LiftPeriod(1, Reason);
        RetentionDecider.Decide(unheld, Retention.Initial).ShouldBe(new RetentionRefusal.HoldNotFound());
    }

    [Fact]
    public void Data_expire_by_the_longer_of_retention_and_archive_duty()
    {
        var local = OfficeFiles.Bima.Local with { RetentionDays = 30, ArchiveDays = 60 };
        local.ExpiredBefore(new(2026, 3, 2)).ShouldBe(new DateOnly(2026, 1, 1));
        (local with { ArchiveDays = null }).ExpiredBefore(new(2026, 3, 2)).ShouldBe(new DateOnly(2026, 1, 31));
    }

    static VisitorEvent Decide(VisitorCommand command, VisitorFacts facts) =>
        VisitorDecider.Decide(command, facts).ShouldBeOfType<Accepted<VisitorEvent>>().Events.ShouldHaveSingleItem();

    static string Refusal(VisitorCommand command, KeptFacts? kept) =>
        VisitorDecider.Decide(command, With(kept)).ShouldBeOfType<Refused<VisitorEvent>>().Reason.Code;
}
