using static Pst.Domain.Specs.Steps;
using static Pst.Domain.Specs.VisitStory;
using static Pst.Domain.VisitCommand;
using static Pst.Domain.VisitRefusal;

namespace Pst.Domain.Specs;

/// <summary>The desk is done before the visitor is, and visitors go out for lunch and prayer.</summary>
public sealed class PauseSpecs
{
    static readonly VisitStory Waiting = Metro.Given(Came, Signed);
    static readonly VisitStory InService = Waiting.Given(WasServed);
    static readonly VisitStory ReadingOn = InService.Given(FreedDesk);
    static readonly VisitStory Online = Metro.Given(CameOnline, SignedOnline, new Served(OnlineDesk));

    [Fact]
    public void The_desk_is_free_while_the_visitor_reads_on()
    {
        InService.When(new EndService()).Then(FreedDesk);
        ReadingOn.When(Reads(ReadingForm.Printed)).Then(Read);
        ReadingOn.When(new ScanSoftcopy(Yearbook, 4)).Then(Scanned);
        ReadingOn.When(Rates(4)).Then(WasRated);
        ReadingOn.When(Leaves).Then(WentHome);
    }

    [Fact]
    public void Service_ends_once_and_after_it_began()
    {
        Waiting.When(new EndService()).ThenRefused(new NotServed());
        ReadingOn.When(new EndService()).ThenRefused(new ServiceAlreadyEnded());
        ReadingOn.Given(Read).When(new EndService()).ThenRefused(new ServiceAlreadyEnded());
        ReadingOn.When(new Serve(Desk1)).ThenRefused(new AlreadyServed());
        ReadingOn.Given(WentHome).When(new EndService()).ThenRefused(new VisitClosed());
    }

    [Fact]
    public void Waiting_or_reading_one_goes_out_and_comes_back()
    {
        foreach (var story in new[] { Waiting, Waiting.Given(WasCalled), Waiting.Given(WasCalled, WasSkipped), InService, ReadingOn })
            story.Then(new StepOut(), WentOut).Then(new ComeBack(), IsInAgain).When(new StepOut()).Then(WentOut);
    }

    [Fact]
    public void Who_is_out_is_out_once()
    {
        Waiting.Given(WentOut).When(new StepOut()).ThenRefused(new VisitorOut());
        Waiting.When(new ComeBack()).ThenRefused(new VisitorNotOut());
        Waiting.Given(WentOut, IsInAgain).When(new ComeBack()).ThenRefused(new VisitorNotOut());
        Metro.Given(Came).When(new StepOut()).ThenRefused(new GuestbookNotSigned());
    }

    [Fact]
    public void Who_is_out_is_neither_called_nor_served()
    {
        var away = Waiting.Given(WentOut);
        away.When(new Call(Desk1)).ThenRefused(new VisitorOut());
        away.When(new Serve(Desk1)).ThenRefused(new VisitorOut());
        away.Given(IsInAgain).When(new Serve(Desk1)).Then(WasServed);
    }

    [Fact]
    public void A_call_is_over_when_the_called_one_goes_out()
    {
        Waiting.Given(WasCalled, WentOut).When(new Skip()).ThenRefused(new NotCalled());
        Waiting.Given(WasCalled, WasSkipped, WentOut).When(new Requeue()).Then(IsBack);
    }

    [Fact]
    public void Bag_and_card_may_go_out_along_and_whoever_stays_away_has_left()
    {
        var bagIn = Waiting.Given(GaveId, TookLocker, WentOut);
        bagIn.Then(TakesBag, TookBag).Then(TakesIdBack, TookIdBack).When(Leaves).Then(GaveUp);
        InService.Given(WentOut).When(new CloseUnended()).Then(EndUnknown);
    }

    [Fact]
    public void Nobody_goes_out_of_a_visit_from_home()
    {
        foreach (var asked in new VisitCommand[] { new EndService(), new StepOut(), new ComeBack() })
            Online.When(asked).ThenRefused(new OfflineOnly());
    }
}
