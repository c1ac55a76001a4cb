using static Pst.Domain.Specs.Steps;
using static Pst.Domain.Specs.VisitStory;
using static Pst.Domain.VisitCommand;
using static Pst.Domain.VisitRefusal;

namespace Pst.Domain.Specs;

/// <summary>What the office offers to whom it did not keep its promise on time (kompensasi layanan).</summary>
public sealed class CompensationSpecs
{
    static readonly VisitStory Waiting = Metro.Given(Came, Signed); // served by 09:05

    [Fact]
    public void It_is_offered_when_the_promise_is_missed_and_not_a_moment_earlier()
    {
        Waiting.At("09:05").When(new OfferCompensation()).ThenRefused(new PromiseNotMissed());
        Waiting.At("09:05").ATickLater().When(new OfferCompensation()).Then(WasOffered);
    }

    [Fact]
    public void Who_was_served_in_time_is_offered_none_and_who_was_served_late_is()
    {
        Waiting.At("09:05").Given(WasServed).At("10:00").When(new OfferCompensation()).ThenRefused(new PromiseNotMissed());
        Waiting.At("09:06").Given(WasServed).When(new OfferCompensation()).Then(WasOffered);
    }

    [Fact]
    public void It_is_offered_once_and_given_once_also_after_departure()
    {
        var late = Waiting.At("09:06").Given(WasServed).At("09:30").Given(WentHome);
        var given = late.Then(new OfferCompensation(), WasOffered).Then(new GiveCompensation(), WasGiven);
        given.When(new OfferCompensation()).ThenRefused(new CompensationAlreadyOffered());
        given.When(new GiveCompensation()).ThenRefused(new CompensationAlreadyGiven());
    }

    [Fact]
    public void What_was_not_offered_is_not_given() =>
        Waiting.At("10:00").When(new GiveCompensation()).ThenRefused(new CompensationNotOffered());

    [Fact]
    public void An_office_that_has_set_none_offers_none() =>
        Waiting.At("10:00").Offering(null).When(new OfferCompensation()).ThenRefused(new NoCompensation());

    [Fact]
    public void Who_left_in_time_withdrew_and_who_left_too_late_may_still_be_offered_it()
    {
        Waiting.At("09:05").Given(GaveUp).At("10:00").When(new OfferCompensation()).ThenRefused(new PromiseNotMissed());
        Waiting.At("09:06").Given(GaveUp).At("10:00").When(new OfferCompensation()).Then(WasOffered);
    }

    [Fact]
    public void An_end_that_nobody_knows_changes_nothing_of_it() =>
        Waiting.At("09:04").Given(EndUnknown).At("10:00").When(new OfferCompensation()).Then(WasOffered);

    [Fact]
    public void Where_nothing_was_promised_nothing_was_missed()
    {
        Metro.Given(Came).At("10:00").When(new OfferCompensation()).ThenRefused(new PromiseNotMissed());
        Metro.Given(Came with { Promised = false }, Signed with { Promise = null }).At("10:00")
            .When(new OfferCompensation()).ThenRefused(new PromiseNotMissed());
        Metro.Given(CameOnline, SignedOnline).At("15:00").When(new OfferCompensation()).ThenRefused(new PromiseNotMissed());
    }

    [Fact]
    public void A_clock_that_waits_for_the_visitor_before_is_asked_for()
    {
        var after = Rekaan.Given(CameInRekaan with { Promised = true }, Signed with
        {
            Promise = new(CompletionKind.AfterPreviousVisitor, Rekaan.Facts.At, 10, null, []),
        });
        after.AfterSomebodyServedAt("09:20").At("09:30").When(new OfferCompensation()).ThenRefused(new PromiseNotMissed());
        after.AfterSomebodyServedAt("09:20").At("09:31").When(new OfferCompensation()).Then(WasOffered);
        after.AfterSomebodyServedAt(null).At("11:00").When(new OfferCompensation()).ThenRefused(new PromiseNotMissed());
    }

    [Fact]
    public void An_offer_that_was_a_wrong_tap_is_taken_back_and_may_be_made_again()
    {
        var offered = Waiting.At("09:06").Given(WasOffered);
        offered.Then(new Undo(3), new Undone(3)).When(new OfferCompensation()).Then(WasOffered);
        offered.Given(WasGiven, new Undone(4)).When(new GiveCompensation()).Then(WasGiven);
    }

    [Fact]
    public void A_voided_visit_is_offered_nothing() =>
        Waiting.At("10:00").Given(new Voided(Because)).When(new OfferCompensation()).ThenRefused(new VisitClosed());
}
