namespace Pst.Projections.Tests;

using static Tale;

public sealed class VisitRowSpecs
{
    static readonly (string, VisitEvent)[] Begun = [("09:00", Arrived), ("09:01", SignedAt("09:01"))];
    static readonly (string, VisitEvent)[] Copying = [.. Begun, ("09:02", Served), ("09:03", Copied(8))];

    static VisitRow Told(params IEnumerable<(string, VisitEvent)> events) => Row<VisitRow>(VisitRow.After, events)!;

    static VisitStatus StatusAfter(params IEnumerable<(string, VisitEvent)> events) => Told([.. Begun, .. events]).Status;

    [Fact]
    public void The_status_is_what_happened_last_to_it()
    {
        Told(Begun[0]).Status.ShouldBe(VisitStatus.Arrived);
        StatusAfter().ShouldBe(VisitStatus.Waiting);
        StatusAfter(("09:02", Called)).ShouldBe(VisitStatus.Called);
        StatusAfter(("09:02", Called), ("09:03", new Skipped())).ShouldBe(VisitStatus.Skipped);
        StatusAfter(("09:02", Called), ("09:03", new Skipped()), ("09:04", new Requeued())).ShouldBe(VisitStatus.Waiting);
        StatusAfter(("09:02", Called), ("09:03", Served)).ShouldBe(VisitStatus.InService);
        StatusAfter(("09:02", Unserved)).ShouldBe(VisitStatus.Departed);
        StatusAfter(("09:02", Unserved), ("09:03", new Voided(Reason))).ShouldBe(VisitStatus.Voided);
    }

    [Fact]
    public void A_correction_stands_in_the_place_of_what_it_corrects()
    {
        var row = Told(
            [.. Copying, ("09:04", new Rated(4, null, null)), ("09:05", Finished), ("09:06", Corrected(4, "sheets", 8, 3)),
                ("09:07", Corrected(1, "partySize", 1, 30)), ("09:08", Corrected(2, "demographics.age", 2, 7)),
                ("09:09", Corrected(2, "purpose", 1, 4)), ("09:10", Corrected(5, "overall", 4, 2)),
                ("09:11", Corrected(5, "elements.WAKTU", null, 1)), ("09:12", Corrected(3, "pages", 1, 2))]);

        row.Copies.Single().Sheets.ShouldBe(3);
        row.Arrived.PartySize.ShouldBe(30);
        (row.Signed!.Demographics.Age, row.Signed.Purpose).ShouldBe((7, 4));
        row.Rated.ShouldBe(new(2, new([KeyValuePair.Create(Element.WAKTU, 1)]), null));
        (row.Status, row.Version).ShouldBe((VisitStatus.Departed, 13));
    }

    [Fact]
    public void Only_the_copies_that_are_named_are_corrected() =>
        Told([.. Copying, ("09:04", Copied(2)), ("09:05", Corrected(5, "sheets", 2, 1))]).Copies.Select(it => it.Sheets).ShouldBe([8, 1]);

    [Fact]
    public void A_transfer_brings_a_ticket_and_keeps_the_old_one_findable() =>
        Told([.. Begun, ("09:02", new Transferred(ServiceCode.KS, new(ServiceCode.KS, 1)))])
            .ShouldSatisfyAllConditions(
                it => it.Service.ShouldBe(ServiceCode.KS), it => string.Join(' ', it.Tickets).ShouldBe("PS-001 KS-001"));

    [Fact]
    public void A_card_goes_when_it_is_given_back_and_with_the_voiding()
    {
        Told([.. Begun, ("09:02", Held), ("09:03", Locked)]).Cards
            .ShouldBe([new(1, IdKind.Ktp, "c0ffee", At("09:02"), new Locker("A01"), At("09:03"))]);
        Told([.. Begun, ("09:02", Held), ("09:03", Locked), ("09:04", Unlocked)]).Cards.Single().Locker.ShouldBeNull();
        Told([.. Begun, ("09:02", Held), ("09:03", Returned)]).Cards.ShouldBeEmpty();
        Told([.. Begun, ("09:02", Held), ("09:03", new Voided(Reason))]).Cards.ShouldBeEmpty();
    }

    [Fact]
    public void Nobody_guesses_when_a_forgotten_visit_ended() =>
        Told([.. Begun, ("15:30", new Departed(DepartureReason.UnknownEnd))])
            .ShouldSatisfyAllConditions(it => it.Status.ShouldBe(VisitStatus.Departed), it => it.LeftAt.ShouldBeNull());

    [Fact]
    public void Nobody_is_out_for_ever()
    {
        Told([.. Begun, ("09:02", Called), ("09:03", new SteppedOut())]).ShouldSatisfyAllConditions(
            it => it.OutSince.ShouldBe(At("09:03")), it => it.Status.ShouldBe(VisitStatus.Waiting));
        Told([.. Begun, ("09:03", new SteppedOut()), ("09:04", new CameBack())]).OutSince.ShouldBeNull();
        Told([.. Begun, ("09:03", new SteppedOut()), ("09:04", Unserved)]).OutSince.ShouldBeNull();
        Told([.. Begun, ("09:03", new SteppedOut()), ("15:30", new Departed(DepartureReason.UnknownEnd))]).OutSince.ShouldBeNull();
    }

    [Fact]
    public void One_late_entry_marks_the_visit_for_ever()
    {
        var late = VisitRow.After(null, Stored(1, Arrived, new(At("09:00"), "petugas") { Late = true }));
        VisitRow.After(late, Stored(2, SignedAt("09:01"), new(At("09:01"), "petugas")))!.Late.ShouldBeTrue();
        Told(Begun).Late.ShouldBeFalse();
    }

    [Fact]
    public void The_next_clock_waits_for_whoever_waits_or_was_served_in_person_and_for_nobody_else()
    {
        Told(Begun).Precedes.ShouldBeTrue();
        Told([.. Begun, ("09:02", Served), ("09:03", Finished)]).Precedes.ShouldBeTrue();
        Told([.. Begun, ("09:02", Unserved)]).Precedes.ShouldBeFalse();
        Told([.. Begun, ("09:02", Served), ("09:03", new Voided(Reason))]).Precedes.ShouldBeFalse();
        Told(("09:00", Arrived), ("09:01", Signed(null))).Precedes.ShouldBeFalse();
        Told(("09:00", Arrived with { Channel = Channel.Online }), ("09:01", SignedAt("09:01"))).Precedes.ShouldBeFalse();
    }

    public static TheoryData<VisitEvent> UsesOnline =>
    [
        new CatalogueSearched(), new PublicationRead(new("pub-1"), ReadingForm.Digital),
        new SoftcopyRequested(new(Reason), new("pub-1")), new SoftcopyDownloaded(new("pub-1")),
    ];

    [Theory, MemberData(nameof(UsesOnline))]
    public void Online_the_promise_is_kept_once_the_library_is_used(VisitEvent use)
    {
        var promise = new Promise(CompletionKind.Immediate, null, null, null, []);
        (string, VisitEvent)[] online =
            [("09:00", Arrived with { Channel = Channel.Online, Ticket = null }), ("09:01", Signed(promise)), ("09:02", Served)];
        Told(online).VerdictAt(At("10:00"), promise).ShouldBe(Verdict.Pending);
        Told([.. online, ("09:03", use)]).VerdictAt(At("10:00"), promise).ShouldBe(Verdict.Met);
        Told([.. online, ("09:03", Finished)]).VerdictAt(At("10:00"), promise).ShouldBe(Verdict.Withdrawn);
    }

    [Fact]
    public void A_voided_visit_is_not_judged() =>
        Told([.. Begun, ("09:02", new Voided(Reason))]).VerdictAt(At("10:00"), SignedAt("09:01").Promise).ShouldBeNull();

    [Fact]
    public void What_cannot_follow_is_no_visit() =>
        Should.Throw<InvalidDataException>(() => Told(("09:00", Served)));
}
