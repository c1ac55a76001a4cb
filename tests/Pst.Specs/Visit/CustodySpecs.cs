using static Pst.Domain.Specs.Steps;
using static Pst.Domain.Specs.VisitStory;
using static Pst.Domain.VisitCommand;
using static Pst.Domain.VisitRefusal;

namespace Pst.Domain.Specs;

/// <summary>The card is kept while the locker is used: card in, bag in, bag out, card back.</summary>
public sealed class CustodySpecs
{
    static readonly VisitStory Waiting = Metro.Given(Came, Signed);
    static readonly VisitStory CardHeld = Waiting.Given(GaveId);
    static readonly VisitStory BagIn = CardHeld.Given(TookLocker);
    static readonly VisitStory Family = Metro.Given(Came with { PartySize = 2 }, Signed);

    [Fact]
    public void A_card_is_held_once_and_again_after_it_was_returned()
    {
        Waiting.When(GivesId).Then(GaveId);
        CardHeld.When(GivesId).ThenRefused(new IdAlreadyHeld());
        CardHeld.Given(TookIdBack).When(GivesId).Then(GaveId);
        Waiting.Given(WasServed).When(GivesId).Then(GaveId);
    }

    [Fact]
    public void An_office_takes_the_kinds_of_card_that_its_standard_names()
    {
        var rekaan = Rekaan.Given(CameInRekaan, Signed);
        foreach (var kind in Enum.GetValues<IdKind>()) Waiting.When(GivesId with { Kind = kind }).Then(GaveId with { Kind = kind });
        rekaan.When(GivesId).ThenRefused(new IdKindNotAccepted());
        rekaan.When(GivesId with { Kind = IdKind.Passport }).Then(GaveId with { Kind = IdKind.Passport });
    }

    [Fact]
    public void Metro_takes_a_card_through_its_last_day()
    {
        Waiting.When(GivesId with { ValidUntil = March(2) }).Then(GaveId);
        Waiting.When(GivesId with { ValidUntil = March(1) }).ThenRefused(new IdExpired());
    }

    [Fact]
    public void The_last_day_of_a_card_is_the_offices_day()
    {
        var rekaan = Rekaan.Given(CameInRekaan, Signed).On(March(3)).At("00:00");
        var passport = GivesId with { Kind = IdKind.Passport, ValidUntil = March(2) };
        rekaan.Facts.At.UtcDateTime.Day.ShouldBe(2);
        rekaan.When(passport).ThenRefused(new IdExpired());
        rekaan.ATickEarlier().When(passport).Then(GaveId with { Kind = IdKind.Passport });
    }

    [Fact]
    public void Bima_asks_for_a_card_not_for_a_valid_one() =>
        Bima.Given(CameInBima, Signed).When(GivesId with { ValidUntil = March(1) }).Then(GaveId);

    [Fact]
    public void A_locker_is_given_for_a_card()
    {
        Waiting.When(TakesLocker).ThenRefused(new IdNotHeld());
        CardHeld.When(TakesLocker).Then(TookLocker);
        CardHeld.Given(WasServed).When(TakesLocker).Then(TookLocker);
    }

    [Fact]
    public void A_visitor_has_one_locker_at_a_time()
    {
        BagIn.When(TakesLocker with { Locker = A02 }).ThenRefused(new LockerAlreadyAssigned());
        BagIn.Given(TookBag).When(TakesLocker with { Locker = A02 }).Then(TookLocker with { Locker = A02 });
    }

    [Fact]
    public void A_locker_that_the_office_does_not_have_is_unknown() =>
        CardHeld.When(TakesLocker with { Locker = new("A13") }).ThenRefused(new UnknownLocker());

    [Fact]
    public void A_locker_has_one_holder() => CardHeld.WithLockerTaken().When(TakesLocker).ThenRefused(new LockerTaken());

    [Fact]
    public void A_locker_out_of_order_is_not_given_until_it_is_back()
    {
        var broken = CardHeld.Meanwhile(new LockerPutOutOfOrder(A01, Because));
        broken.When(TakesLocker).ThenRefused(new LockerOutOfOrder());
        broken.When(TakesLocker with { Locker = A02 }).Then(TookLocker with { Locker = A02 });
        broken.Meanwhile(new LockerPutBackInOrder(A01)).When(TakesLocker).Then(TookLocker);
    }

    [Fact]
    public void The_bag_comes_out_before_the_card_goes_back()
    {
        BagIn.When(TakesIdBack).ThenRefused(new LockerNotReleased());
        BagIn.When(TakesBag).Then(TookBag);
        BagIn.Given(TookBag).When(TakesIdBack).Then(TookIdBack);
    }

    [Fact]
    public void What_is_not_held_is_not_given_back()
    {
        Waiting.When(TakesIdBack).ThenRefused(new IdNotHeld());
        Waiting.When(TakesBag).ThenRefused(new NoLocker());
        CardHeld.When(TakesBag).ThenRefused(new NoLocker());
        BagIn.Given(TookBag).When(TakesBag).ThenRefused(new NoLocker());
        CardHeld.Given(TookIdBack).When(TakesIdBack).ThenRefused(new IdNotHeld());
    }

    [Fact]
    public void Nobody_goes_home_without_bag_and_card()
    {
        BagIn.When(Leaves).ThenRefused(new LockerNotReleased());
        BagIn.Given(TookBag).When(Leaves).ThenRefused(new IdNotReturned());
        BagIn.Given(TookBag, TookIdBack).When(Leaves).Then(GaveUp);
        BagIn.Given(WasServed).When(Leaves).ThenRefused(new LockerNotReleased());
    }

    [Fact]
    public void A_family_gives_a_card_and_takes_a_locker_each_and_no_more()
    {
        Family.Then(GivesId with { Item = 1 }, GaveId).Then(GivesId with { Item = 2 }, GaveId with { Item = 2 })
            .Then(TakesLocker with { Item = 2 }, TookLocker with { Item = 2 })
            .Then(new AssignLocker(A02, Item: 1), new LockerAssigned(A02, 1));
        Family.When(GivesId with { Item = 3 }).ThenMistaken("item", new InputError.OutOfRange(1, 2));
        Waiting.When(GivesId with { Item = 2 }).ThenMistaken("item", new InputError.OutOfRange(1, 1));
    }

    [Fact]
    public void Each_of_a_family_is_held_to_the_order()
    {
        var both = Family.Given(GaveId, GaveId with { Item = 2 }, TookLocker);
        both.When(GivesId with { Item = 2 }).ThenRefused(new IdAlreadyHeld());
        both.When(TakesIdBack with { Item = 1 }).ThenRefused(new LockerNotReleased());
        both.When(TakesBag with { Item = 2 }).ThenRefused(new NoLocker());
        both.Then(TakesIdBack with { Item = 2 }, TookIdBack with { Item = 2 }).When(Leaves).ThenRefused(new LockerNotReleased());
        both.Given(TookBag, TookIdBack).When(Leaves).ThenRefused(new IdNotReturned());
        Family.Given(GaveId).When(TakesLocker with { Item = 2 }).ThenRefused(new IdNotHeld());
    }

    [Fact]
    public void Where_one_card_is_held_it_need_not_be_named()
    {
        var second = Family.Given(GaveId with { Item = 2 });
        second.Then(TakesLocker, TookLocker with { Item = 2 }).Then(TakesBag, TookBag with { Item = 2 })
            .Then(TakesIdBack, TookIdBack with { Item = 2 });
    }
}
