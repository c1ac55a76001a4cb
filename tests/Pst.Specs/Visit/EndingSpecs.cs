using static Pst.Domain.Specs.Steps;
using static Pst.Domain.Specs.VisitStory;
using static Pst.Domain.VisitCommand;
using static Pst.Domain.VisitRefusal;

namespace Pst.Domain.Specs;

public sealed class EndingSpecs
{
    static readonly VisitStory Waiting = Metro.Given(Came, Signed);
    static readonly VisitStory InService = Waiting.Given(WasServed);
    static readonly VisitStory AtHome = InService.At("10:00").Given(WentHome);

    [Fact]
    public void The_reason_is_known_by_whether_there_was_service()
    {
        InService.When(Leaves).Then(WentHome);
        Waiting.When(Leaves).Then(GaveUp);
        InService.When(new Depart(DepartureReason.Finished)).Then(WentHome);
        Waiting.When(new Depart(DepartureReason.LeftUnserved)).Then(GaveUp);
    }

    [Fact]
    public void A_reason_that_does_not_agree_is_a_mistake()
    {
        InService.When(new Depart(DepartureReason.LeftUnserved)).ThenMistaken("reason", Only("finished"));
        Waiting.When(new Depart(DepartureReason.Finished)).ThenMistaken("reason", Only("left_unserved"));
        Metro.Given(Came).When(new Depart(DepartureReason.UnknownEnd)).ThenMistaken("reason", Only("left_unserved"));
    }

    [Fact]
    public void A_visit_is_rated_from_service_on_once()
    {
        Waiting.When(Rates(4)).ThenRefused(new NotServed());
        InService.When(Rates(4)).Then(WasRated);
        AtHome.When(Rates(1)).Then(WasRated with { Overall = 1 });
        InService.Given(WasRated).When(Rates(1)).ThenRefused(new AlreadyRated());
        InService.Given(WasRated, WentHome).When(Rates(4)).ThenRefused(new AlreadyRated());
        Waiting.Given(GaveUp).When(Rates(4)).ThenRefused(new NotServed());
    }

    [Fact]
    public void A_rating_may_be_a_mark_alone() => InService.When(new Rate(2, null, null)).Then(new Rated(2, null, null));

    [Fact]
    public void Rating_stays_open_for_the_offices_hours_after_departure()
    {
        AtHome.On(March(3)).When(Rates(4)).Then(WasRated);
        AtHome.On(March(3)).ATickLater().When(Rates(4)).ThenRefused(new RatingClosed());

        var rekaan = Rekaan.Given(CameInRekaan, Signed, WasServed, WentHome);
        rekaan.At("10:00").When(Rates(4)).Then(WasRated);
        rekaan.At("10:00").ATickLater().When(Rates(4)).ThenRefused(new RatingClosed());
    }

    [Fact]
    public void While_the_visitor_is_there_rating_never_closes() => InService.On(March(9)).When(Rates(4)).Then(WasRated);

    [Fact]
    public void The_end_of_the_day_lets_go_whoever_left_nothing_and_guesses_no_reason()
    {
        var online = Metro.Given(CameOnline, SignedOnline);
        foreach (var story in new[] { Metro.Given(Came), Waiting, Waiting.Given(WasCalled, WasSkipped), InService, online })
            story.When(new CloseUnended()).Then(EndUnknown);
    }

    [Fact]
    public void The_end_of_the_day_keeps_open_whoever_left_a_card_or_bag()
    {
        Waiting.Given(GaveId).When(new CloseUnended()).ThenNothing();
        InService.Given(GaveId, TookLocker).When(new CloseUnended()).ThenNothing();
        InService.Given(GaveId, TookIdBack).When(new CloseUnended()).Then(EndUnknown);
    }

    [Fact]
    public void Whoever_was_kept_open_leaves_another_day()
    {
        var kept = InService.Given(GaveId, TookLocker).On(March(3));
        kept.Then(TakesBag, TookBag).Then(TakesIdBack, TookIdBack).Then(Leaves, WentHome);
    }

    [Fact]
    public void After_an_unknown_end_a_served_visit_may_be_rated_and_an_unserved_one_not()
    {
        InService.Given(EndUnknown).When(Rates(3)).Then(WasRated with { Overall = 3 });
        Waiting.Given(EndUnknown).When(Rates(3)).ThenRefused(new NotServed());
    }

    public static TheoryData<VisitCommand> AllThatAClosedVisitRefuses =>
    [
        Signs, GivesId, TakesLocker, new Call(Desk1), new Skip(), new Requeue(), new Transfer(ServiceCode.KS), new Serve(Desk1),
        TakesBag, TakesIdBack, Leaves, new CloseUnended(),
    ];

    [Theory, MemberData(nameof(AllThatAClosedVisitRefuses))]
    public void A_closed_visit_takes_a_rating_a_correction_and_a_voiding_only(VisitCommand command)
    {
        AtHome.When(command).ThenRefused(new VisitClosed());
        Waiting.Given(EndUnknown).When(command).ThenRefused(new VisitClosed());
    }

    [Fact]
    public void What_was_entered_by_mistake_is_voided_at_any_time()
    {
        foreach (var story in new[] { Metro.Given(Came), Waiting.Given(GaveId, TookLocker), InService, AtHome, AtHome.Given(WasRated) })
            story.When(new VisitCommand.Void(Because)).Then(new Voided(Because));
    }

    [Fact]
    public void After_voiding_there_is_nothing_more()
    {
        var voided = AtHome.Given(new Voided(Because));
        voided.When(new VisitCommand.Void(Because)).ThenRefused(new VisitClosed());
        voided.When(Rates(4)).ThenRefused(new VisitClosed());
        voided.When(new Correct(1, "partySize", 2, Because)).ThenRefused(new VisitClosed());
        voided.When(new Serve(Desk1)).ThenRefused(new VisitClosed());
    }

    static InputError.NotAWord Only(string word) => new([word]);
}
