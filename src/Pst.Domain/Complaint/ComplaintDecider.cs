using System.Diagnostics;
using static Pst.Domain.Complaint;
using static Pst.Domain.ComplaintCommand;
using static Pst.Domain.ComplaintRefusal;

namespace Pst.Domain;

/// <summary>What people, and time, may ask about a complaint. Texts lie in the vault; these are their references.</summary>
public abstract record ComplaintCommand
{
    public sealed record Receive(
        ComplaintWay Way, bool IsAnonymous, Guid Text, VisitId? Visit, ValueList<AttachmentId>? Files = null) : ComplaintCommand;

    public sealed record Verify(Element Class, bool NeedsOversight) : ComplaintCommand;
    public sealed record Answer(Guid Message) : ComplaintCommand;
    public sealed record AskInformation(Guid Message) : ComplaintCommand;

    /// <summary>What the complainant wrote, or told staff.</summary>
    public sealed record Reply(Guid Message, ValueList<AttachmentId>? Files = null) : ComplaintCommand;

    public sealed record Resolve(Guid Outcome) : ComplaintCommand;

    /// <summary>The complainant is content.</summary>
    public sealed record Accept : ComplaintCommand;

    public sealed record Escalate(Guid Reason) : ComplaintCommand;

    /// <summary>It is no complaint, or not about this office.</summary>
    public sealed record Dismiss(Guid Reason) : ComplaintCommand;

    /// <summary>A day has passed: what is overdue goes up, and silence closes what waited long enough.</summary>
    public sealed record PassTime : ComplaintCommand;

    private ComplaintCommand() { }
}

/// <summary>What a decision needs beside the complaint.</summary>
/// <param name="Today">The office's day.</param>
/// <param name="ReceivedToday">How many codes of today are given; asked of a new complaint only.</param>
public sealed record ComplaintFacts(DateOnly Today, WorkingCalendar Calendar, int ReceivedToday = 0)
{
    /// <summary>In working days from receipt (PermenPANRB 62/2018).</summary>
    public ComplaintDeadlines Promised => new(After(3), After(5), After(14), After(60));

    public DateOnly ReplyBy => After(5);

    public DateOnly ClosesAfter => After(10);

    DateOnly After(int workingDays) => Calendar.After(Today, workingDays);
}

public static class ComplaintDecider
{
    static readonly Accepted<ComplaintEvent> Nothing = new([]);

    /// <summary>The rules, one a line. Late work is not refused: it still has to be done, and the board shows that it is late.</summary>
    public static Decision<ComplaintEvent> Decide(ComplaintCommand command, Complaint complaint, ComplaintFacts facts) =>
        (command, complaint) switch
        {
            (Receive, NotReceived) when facts.ReceivedToday >= ComplaintCode.Most => new TooManyToday(),
            (Receive asked, NotReceived) => new ComplaintReceived(
                new(facts.Today, facts.ReceivedToday + 1), asked.Way, asked.IsAnonymous, asked.Text, asked.Visit, facts.Promised,
                asked.Files),
            (Receive, _) => new AlreadyReceived(),
            (_, NotReceived) => new NotFound(),
            (PassTime, Closed) => Nothing,
            (_, Closed) => new AlreadyClosed(),

            (Verify asked, Open { Stage: ComplaintStage.Received }) => new ComplaintVerified(asked.Class, asked.NeedsOversight),
            (Verify, _) => new AlreadyVerified(),

            (Reply asked, Open) => new ComplainantReplied(asked.Message, asked.Files),
            (Accept, Open { Stage: ComplaintStage.Resolved }) => new ComplaintClosed(Closing.Satisfied, null),
            (Accept, _) => new NotResolved(),

            (Escalate, Open it) when it.Escalated.Contains(Escalation.ByHand) => new AlreadyEscalated(),
            (Escalate asked, Open) => new ComplaintEscalated(Escalation.ByHand, asked.Reason),
            (PassTime, Open it) when facts.Today > it.ClosesAfter => new ComplaintClosed(Closing.NoReply, null),
            (PassTime, Open it) => new Accepted<ComplaintEvent>(
                [.. it.NewlyOverdue(facts.Today).Select(because => new ComplaintEscalated(because, null))]),

            (_, Open { Stage: ComplaintStage.Resolved }) => new AlreadyResolved(),
            (Dismiss asked, Open) => new ComplaintClosed(Closing.Dismissed, asked.Reason),
            (_, Open { Stage: ComplaintStage.Received }) => new NotVerified(),
            (Answer asked, Open) => new ComplaintAnswered(asked.Message),
            (AskInformation asked, Open) => new InformationAsked(asked.Message, facts.ReplyBy, facts.ClosesAfter),
            (Resolve asked, Open) => new ComplaintResolved(asked.Outcome, facts.ClosesAfter),
            _ => throw new UnreachableException($"No rule for {command}."),
        };
}
