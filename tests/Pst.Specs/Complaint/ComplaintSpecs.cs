using static Pst.Domain.ComplaintCommand;
using static Pst.Domain.ComplaintRefusal;

namespace Pst.Domain.Specs;

/// <summary>A complaint from receipt to its end. It comes on Monday, the second of March, in an office without holidays.</summary>
public sealed class ComplaintSpecs
{
    static readonly Guid Text = new("0195a3c2-7e11-7000-8000-00000000000a"), Other = new("0195a3c2-7e11-7000-8000-00000000000b");
    static readonly ComplaintDeadlines Deadlines = new(March(5), March(9), March(20), new(2026, 5, 25));
    static readonly Receive Receives = new(ComplaintWay.Online, IsAnonymous: false, Text, null);

    static readonly ComplaintReceived Received =
        new(new(March(2), 1), ComplaintWay.Online, IsAnonymous: false, Text, null, Deadlines);

    static readonly ComplaintVerified Verified = new(Element.WAKTU, NeedsOversight: false);
    static readonly InformationAsked Asked = new(Text, March(9), March(16));
    static readonly ComplainantReplied Replied = new(Other);
    static readonly ComplaintResolved Resolved = new(Text, March(16));
    static readonly ComplaintClosed Silent = new(Closing.NoReply, null);

    static DateOnly March(int day) => new(2026, 3, day);

    sealed record Story(Complaint Complaint, ComplaintFacts Facts)
    {
        public Story On(DateOnly day) => this with { Facts = Facts with { Today = day } };
        public Story After(int complaints) => this with { Facts = Facts with { ReceivedToday = complaints } };
        public Decision<ComplaintEvent> When(ComplaintCommand command) => ComplaintDecider.Decide(command, Complaint, Facts);
    }

    static Story Given(params IEnumerable<ComplaintEvent> history) =>
        new(history.Aggregate(Complaint.Initial, Complaint.Evolve), new(March(2), new([])));

    [Fact]
    public void It_is_numbered_by_the_day_and_promised_three_five_and_fourteen_working_days()
    {
        Given().When(Receives).Then(Received);
        Given().After(41).When(Receives).Then(Received with { Code = new(March(2), 42) });
        Given().After(ComplaintCode.Most).When(Receives).ThenRefused(new TooManyToday());
        Given(Received).When(Receives).ThenRefused(new AlreadyReceived());
    }

    [Fact]
    public void It_is_verified_before_anything_is_answered()
    {
        Given(Received).When(new Verify(Element.WAKTU, false)).Then(Verified);
        foreach (ComplaintCommand asked in (ComplaintCommand[])[new Answer(Text), new AskInformation(Text), new Resolve(Text)])
            Given(Received).When(asked).ThenRefused(new NotVerified());
        Given(Received, Verified).When(new Verify(Element.BIAYA, false)).ThenRefused(new AlreadyVerified());
        Given().When(new Verify(Element.WAKTU, false)).ThenRefused(new NotFound());
    }

    [Fact]
    public void Information_is_asked_for_five_working_days_and_waited_for_ten()
    {
        Given(Received, Verified).When(new AskInformation(Text)).Then(Asked);
        Given(Received, Verified, Asked).On(March(16)).When(new PassTime()).ThenNothing();
        Given(Received, Verified, Asked).On(March(17)).When(new PassTime()).Then(Silent);
        Given(Received, Verified, Asked, Replied).On(March(17)).When(new PassTime()).ThenNothing();
    }

    [Fact]
    public void What_is_resolved_is_open_again_when_the_complainant_writes()
    {
        Given(Received, Verified).When(new Resolve(Text)).Then(Resolved);
        Given(Received, Verified, Resolved).When(new Answer(Text)).ThenRefused(new AlreadyResolved());
        Given(Received, Verified, Resolved).When(new Reply(Other)).Then(Replied);
        Given(Received, Verified, Resolved, Replied).When(new Resolve(Text)).Then(Resolved);
        Given(Received, Verified, Resolved, Replied).When(new Accept()).ThenRefused(new NotResolved());
    }

    [Fact]
    public void It_closes_when_the_complainant_is_content_or_silent_for_ten_working_days()
    {
        Given(Received, Verified, Resolved).When(new Accept()).Then(new ComplaintClosed(Closing.Satisfied, null));
        Given(Received, Verified, Resolved).On(March(16)).When(new PassTime()).ThenNothing();
        Given(Received, Verified, Resolved).On(March(17)).When(new PassTime()).Then(Silent);
        Given(Received, Verified, Resolved, Silent).When(new Reply(Text)).ThenRefused(new AlreadyClosed());
        Given(Received, Verified, Resolved, Silent).On(March(31)).When(new PassTime()).ThenNothing();
    }

    [Fact]
    public void What_is_no_complaint_is_dismissed_with_a_reason_until_it_is_resolved()
    {
        Given(Received).When(new Dismiss(Text)).Then(new ComplaintClosed(Closing.Dismissed, Text));
        Given(Received, Verified).When(new Dismiss(Text)).Then(new ComplaintClosed(Closing.Dismissed, Text));
        Given(Received, Verified, Resolved).When(new Dismiss(Text)).ThenRefused(new AlreadyResolved());
    }

    [Fact]
    public void Each_broken_promise_goes_up_once_and_late_work_is_still_done()
    {
        ComplaintEscalated Up(Escalation because) => new(because, null);

        Given(Received).On(March(5)).When(new PassTime()).ThenNothing();
        Given(Received).On(March(6)).When(new PassTime()).Then(Up(Escalation.Verification));
        Given(Received).On(March(21)).When(new PassTime())
            .Then(Up(Escalation.Verification), Up(Escalation.Response), Up(Escalation.Resolution));
        Given(Received, Up(Escalation.Verification)).On(March(6)).When(new PassTime()).ThenNothing();
        Given(Received, Verified, new ComplaintAnswered(Text)).On(March(20)).When(new PassTime()).ThenNothing();
        Given(Received, Verified, new ComplaintAnswered(Text)).On(March(21)).When(new PassTime()).Then(Up(Escalation.Resolution));
        Given(Received, Up(Escalation.Verification)).On(March(6)).When(new Verify(Element.WAKTU, false)).Then(Verified);
    }

    [Fact]
    public void What_needs_oversight_has_sixty_working_days()
    {
        var examined = Given(Received, Verified with { NeedsOversight = true }, new ComplaintAnswered(Text));
        examined.On(new(2026, 5, 25)).When(new PassTime()).ThenNothing();
        examined.On(new(2026, 5, 26)).When(new PassTime()).Then(new ComplaintEscalated(Escalation.Resolution, null));
    }

    [Fact]
    public void Staff_send_it_up_once_with_a_reason()
    {
        var up = new ComplaintEscalated(Escalation.ByHand, Text);
        Given(Received).When(new Escalate(Text)).Then(up);
        Given(Received, up).When(new Escalate(Other)).ThenRefused(new AlreadyEscalated());
    }
}
