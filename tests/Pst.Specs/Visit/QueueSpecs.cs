using static Pst.Domain.Specs.Steps;
using static Pst.Domain.Specs.VisitStory;
using static Pst.Domain.VisitCommand;
using static Pst.Domain.VisitRefusal;

namespace Pst.Domain.Specs;

public sealed class QueueSpecs
{
    static readonly Desk Desk2 = new("2");
    static readonly VisitStory Waiting = Metro.Given(Came, Signed);
    static readonly VisitStory Calling = Waiting.Given(WasCalled);
    static readonly VisitStory Away = Calling.Given(WasSkipped);
    static readonly VisitStory InService = Waiting.Given(WasServed);

    [Fact]
    public void Who_waits_is_called_and_called_again()
    {
        Waiting.When(new Call(Desk1)).Then(WasCalled);
        Calling.When(new Call(Desk2)).Then(new Called(Desk2));
        Away.When(new Call(Desk1)).Then(WasCalled);
    }

    [Fact]
    public void Who_does_not_come_when_called_is_skipped()
    {
        Calling.When(new Skip()).Then(WasSkipped);
        Waiting.When(new Skip()).ThenRefused(new NotCalled());
        Away.When(new Skip()).ThenRefused(new NotCalled());
        Away.Given(IsBack).When(new Skip()).ThenRefused(new NotCalled());
        Calling.Given(WasServed).When(new Skip()).ThenRefused(new NotCalled());
    }

    [Fact]
    public void Who_was_skipped_comes_back_into_the_queue()
    {
        Away.When(new Requeue()).Then(IsBack);
        Waiting.When(new Requeue()).ThenRefused(new NotSkipped());
        Calling.When(new Requeue()).ThenRefused(new NotSkipped());
        Away.Given(IsBack).When(new Requeue()).ThenRefused(new NotSkipped());
        Away.Given(WasCalled).When(new Requeue()).ThenRefused(new NotSkipped());
        Away.Given(WasServed).When(new Requeue()).ThenRefused(new NotSkipped());
    }

    [Fact]
    public void Waiting_called_or_skipped_one_may_be_served()
    {
        foreach (var story in new[] { Waiting, Calling, Away, Away.Given(IsBack) }) story.When(new Serve(Desk2)).Then(new Served(Desk2));
    }

    [Fact]
    public void Who_is_served_is_not_served_or_called_again()
    {
        InService.When(new Serve(Desk1)).ThenRefused(new AlreadyServed());
        InService.When(new Call(Desk1)).ThenRefused(new AlreadyServed());
    }

    [Fact]
    public void A_transfer_gives_the_next_ticket_of_the_other_service_and_the_waiting_begins_again()
    {
        Waiting.WithTicket(7).When(new Transfer(ServiceCode.KS)).Then(new Transferred(ServiceCode.KS, new(ServiceCode.KS, 7)));
        foreach (var story in new[] { Calling, Away }) story.When(new Transfer(ServiceCode.KS)).Then(Moved);
        Calling.Given(Moved).When(new Skip()).ThenRefused(new NotCalled());
        Away.Given(Moved).When(new Requeue()).ThenRefused(new NotSkipped());
        Waiting.Given(Moved).When(new Transfer(ServiceCode.RS)).Then(new Transferred(ServiceCode.RS, new(ServiceCode.RS, 1)));
    }

    [Fact]
    public void A_transfer_comes_before_service() =>
        InService.When(new Transfer(ServiceCode.KS)).ThenRefused(new AlreadyServed());

    [Fact]
    public void Who_gives_up_leaves_unserved()
    {
        foreach (var story in new[] { Metro.Given(Came), Waiting, Calling, Away, Waiting.Given(Moved) }) story.When(Leaves).Then(GaveUp);
    }
}
