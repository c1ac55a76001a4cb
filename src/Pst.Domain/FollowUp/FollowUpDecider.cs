using System.Diagnostics;
using static Pst.Domain.FollowUp;
using static Pst.Domain.FollowUpCommand;
using static Pst.Domain.FollowUpRefusal;

namespace Pst.Domain;

/// <summary>What a supervisor may ask about a follow-up action. Texts lie in the vault; these are their references.</summary>
public abstract record FollowUpCommand
{
    public sealed record Open(FollowUpCause Cause, Guid Plan, Guid Owner, DateOnly Deadline) : FollowUpCommand;
    public sealed record Assign(Guid Owner) : FollowUpCommand;
    public sealed record Reschedule(DateOnly Deadline, Guid Reason) : FollowUpCommand;
    public sealed record NoteProgress(Guid Note, Guid? Evidence) : FollowUpCommand;
    public sealed record Finish(Guid Outcome, Guid? Evidence) : FollowUpCommand;
    public sealed record Drop(Guid Reason) : FollowUpCommand;

    /// <summary>Also to put other words in the place of those that are public.</summary>
    public sealed record Publish(Guid Said, Guid Done) : FollowUpCommand;

    public sealed record Unpublish(Guid Reason) : FollowUpCommand;

    private FollowUpCommand() { }
}

/// <summary>What a decision needs beside the action.</summary>
/// <param name="Today">The office's day.</param>
/// <param name="Officers">The open accounts of the office's staff.</param>
public sealed record FollowUpFacts(DateOnly Today, IReadOnlyCollection<Guid> Officers);

public static class FollowUpDecider
{
    static readonly Accepted<FollowUpEvent> Nothing = new([]);

    /// <summary>The rules, one a line. A deadline that has passed stops no work: it only shows.</summary>
    public static Decision<FollowUpEvent> Decide(FollowUpCommand command, FollowUp action, FollowUpFacts facts) => (command, action) switch
    {
        (Open asked, NotOpened) when asked.Deadline < facts.Today => new DeadlinePassed(),
        (Open asked, NotOpened) when !facts.Officers.Contains(asked.Owner) => new OwnerUnknown(),
        (Open asked, NotOpened) => new FollowUpOpened(asked.Cause, asked.Plan, asked.Owner, asked.Deadline),
        (Open _, _) => new AlreadyOpen(),
        (_, NotOpened) => new NotFound(),

        (Assign asked, Underway it) when asked.Owner == it.Owner => Nothing,
        (Assign asked, Underway) => facts.Officers.Contains(asked.Owner) ? new FollowUpAssigned(asked.Owner) : new OwnerUnknown(),

        (Reschedule asked, Underway it) when asked.Deadline == it.Deadline => Nothing,
        (Reschedule asked, Underway) when asked.Deadline < facts.Today => new DeadlinePassed(),
        (Reschedule asked, Underway) => new FollowUpRescheduled(asked.Deadline, asked.Reason),

        (NoteProgress asked, Underway) => new FollowUpProgressed(asked.Note, asked.Evidence),
        (Finish asked, Underway) => new FollowUpFinished(asked.Outcome, asked.Evidence),
        (Drop asked, Underway) => new FollowUpDropped(asked.Reason),

        (Publish, Underway) => new NotFinished(),
        (Publish asked, Finished) => new FollowUpPublished(asked.Said, asked.Done),
        (Unpublish asked, Finished { IsPublic: true }) => new FollowUpUnpublished(asked.Reason),
        (Unpublish, _) => new NotPublished(),

        (_, Finished or Dropped) => new Over(),
        _ => throw new UnreachableException($"No rule for {command}."),
    };
}
