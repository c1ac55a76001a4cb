using static Pst.Domain.Specs.Steps;
using static Pst.Domain.Specs.VisitStory;
using static Pst.Domain.VisitCommand;
using static Pst.Domain.VisitRefusal;

namespace Pst.Domain.Specs;

/// <summary>What goes wrong with cards and bags is told, and keeps nobody in the office.</summary>
public sealed class IncidentSpecs
{
    static readonly VisitStory CardIn = Metro.Given(Came, Signed, GaveId);
    static readonly VisitStory BagIn = CardIn.Given(TookLocker);

    [Fact]
    public void A_jammed_locker_does_not_keep_a_persons_card()
    {
        BagIn.When(TakesIdBack).ThenRefused(new LockerNotReleased());
        BagIn.When(TakesIdBack with { Override = Allowed }).Then(Stuck, TookIdBack with { Override = Allowed });
        BagIn.Given(Stuck, TookIdBack with { Override = Allowed }).When(Leaves).Then(GaveUp);
    }

    [Fact]
    public void A_locker_that_is_known_to_be_jammed_needs_no_override()
    {
        BagIn.Then(new ReportJammedLocker(null, Because), Stuck).Then(TakesIdBack, TookIdBack).When(Leaves).Then(GaveUp);
        CardIn.When(TakesIdBack with { Override = Allowed }).Then(TookIdBack);
    }

    [Fact]
    public void Whose_locker_is_jammed_may_have_another()
    {
        BagIn.Given(Stuck).When(TakesLocker with { Locker = A02 }).Then(TookLocker with { Locker = A02 });
        BagIn.Given(Stuck).When(TakesBag).ThenRefused(new NoLocker());
    }

    [Fact]
    public void A_jammed_locker_is_free_when_the_incident_is_over_also_after_departure()
    {
        var over = new IncidentResolved(5, A01, Because);
        BagIn.Given(Stuck).When(new ResolveIncident(5, Because)).Then(over);
        BagIn.Given(Stuck, TookIdBack, GaveUp).Then(new ResolveIncident(5, Because), over)
            .When(new ResolveIncident(5, Because)).ThenRefused(new IncidentNotOpen());
    }

    [Fact]
    public void A_bag_that_nobody_fetched_frees_its_locker_and_the_card_stays()
    {
        var left = BagIn.Then(new ReportLeftBag(null, Because), LeftBag);
        left.When(Leaves).ThenRefused(new IdNotReturned());
        left.Then(TakesIdBack, TookIdBack).Then(Leaves, GaveUp).When(new ResolveIncident(5, Because))
            .Then(new IncidentResolved(5, null, Because));
    }

    [Fact]
    public void A_lost_card_keeps_nobody_but_the_bag_must_come_out()
    {
        var lost = BagIn.Then(new ReportLostId(null, Because), LostId);
        lost.When(TakesIdBack).ThenRefused(new IdNotHeld());
        lost.When(Leaves).ThenRefused(new LockerNotReleased());
        lost.Then(TakesBag, TookBag).When(Leaves).Then(GaveUp);
        CardIn.Given(LostId).When(Leaves).Then(GaveUp);
        CardIn.Given(LostId).When(TakesLocker).ThenRefused(new IdNotHeld());
    }

    [Fact]
    public void Another_card_takes_the_place_of_a_lost_one() =>
        BagIn.Given(LostId).Then(GivesId, GaveId).Then(TakesBag, TookBag).Then(TakesIdBack, TookIdBack).When(Leaves).Then(GaveUp);

    [Fact]
    public void A_card_is_given_to_somebody_else_as_it_is_given_back()
    {
        CardIn.When(new HandOverId(null, Neighbour, Because)).Then(GaveIdAway);
        BagIn.When(new HandOverId(null, Neighbour, Because)).ThenRefused(new LockerNotReleased());
        Metro.Given(Came, Signed).When(new HandOverId(null, Neighbour, Because)).ThenRefused(new IdNotHeld());
        CardIn.Given(GaveIdAway).When(Leaves).Then(GaveUp);
    }

    [Fact]
    public void Of_a_party_the_item_says_whose_it_is()
    {
        var two = Metro.Given(Came with { PartySize = 2 }, Signed, GaveId, GaveId with { Item = 2 }, TookLocker with { Item = 2 });
        two.When(new ReportJammedLocker(2, Because)).Then(Stuck with { Item = 2 });
        two.When(new ReportJammedLocker(1, Because)).ThenRefused(new NoLocker());
        two.When(TakesIdBack with { Item = 2, Override = Allowed })
            .Then(Stuck with { Item = 2 }, new IdReturned(2, Allowed));
    }

    [Fact]
    public void Without_card_or_locker_there_is_nothing_to_report()
    {
        var empty = Metro.Given(Came, Signed);
        empty.When(new ReportLostId(null, Because)).ThenRefused(new IdNotHeld());
        empty.When(new ReportLeftBag(null, Because)).ThenRefused(new NoLocker());
        empty.When(new ReportJammedLocker(null, Because)).ThenRefused(new NoLocker());
        empty.When(new ResolveIncident(2, Because)).ThenRefused(new IncidentNotOpen());
        Metro.Given(CameOnline, SignedOnline).When(new ReportLostId(null, Because)).ThenRefused(new OfflineOnly());
    }

    [Fact]
    public void At_the_end_of_a_day_an_incident_keeps_no_visit_open() =>
        BagIn.Given(Stuck, TookIdBack with { Override = Allowed }).When(new CloseUnended()).Then(EndUnknown);

    [Fact]
    public void What_an_incident_freed_must_still_be_free_when_it_is_taken_back()
    {
        BagIn.Given(LeftBag).WithLockerTaken().When(new Undo(5)).ThenRefused(new LockerTaken());
        BagIn.Given(Stuck, new IncidentResolved(5, A01, Because)).WithLockerTaken().When(new Undo(6)).ThenRefused(new LockerTaken());
        BagIn.Given(LostId).WithLockerTaken().When(new Undo(5)).Then(new Undone(5));
    }
}
