using System.Text.Json.Serialization;

namespace Pst.Domain;

/// <summary>
/// What can happen to a follow-up action (rencana tindak lanjut, PermenPANRB 14/2017): what the office does about a low mark, a missed
/// promise or a complaint. Stored for ever under the type's name in snake_case. Who and when stand in the envelope; all that people wrote
/// lies in the vault, by reference.
/// </summary>
public abstract record FollowUpEvent
{
    private protected FollowUpEvent() { }
}

/// <param name="Plan">What is to be done.</param>
/// <param name="Owner">The account of who answers for it.</param>
/// <param name="Deadline">The office-local day by which it is to be done.</param>
public sealed record FollowUpOpened(FollowUpCause Cause, Guid Plan, Guid Owner, DateOnly Deadline) : FollowUpEvent;

/// <summary>Somebody else answers for it from now on.</summary>
public sealed record FollowUpAssigned(Guid Owner) : FollowUpEvent;

public sealed record FollowUpRescheduled(DateOnly Deadline, Guid Reason) : FollowUpEvent;

/// <summary>Something was done.</summary>
/// <param name="Evidence">What proves it: a link, a letter's number, a description; null where none was given.</param>
public sealed record FollowUpProgressed(Guid Note, Guid? Evidence) : FollowUpEvent;

/// <summary>It is done.</summary>
/// <param name="Outcome">What came of it.</param>
public sealed record FollowUpFinished(Guid Outcome, Guid? Evidence) : FollowUpEvent;

/// <summary>It will not be done.</summary>
public sealed record FollowUpDropped(Guid Reason) : FollowUpEvent;

/// <summary>From now on the public reads it: "Anda menyampaikan, kami menindaklanjuti".</summary>
/// <param name="Said">What visitors said.</param>
/// <param name="Done">What the office did.</param>
public sealed record FollowUpPublished(Guid Said, Guid Done) : FollowUpEvent;

/// <summary>The public does not read it any more.</summary>
public sealed record FollowUpUnpublished(Guid Reason) : FollowUpEvent;

/// <summary>What an action is opened for.</summary>
/// <param name="Element">The one whose mark was low; null for other causes.</param>
/// <param name="Visit">The one whose promise was missed; null for other causes, and where it is about several.</param>
/// <param name="From">The first day of the period in which it showed; null where there is none.</param>
/// <param name="To">The last one.</param>
/// <param name="Complaint">The code of the one that said it; null for other causes.</param>
public sealed record FollowUpCause(
    FollowUpReason Reason, Element? Element = null, VisitId? Visit = null, DateOnly? From = null, DateOnly? To = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ComplaintCode? Complaint = null)
{
    /// <summary>Nothing that was counted.</summary>
    public static FollowUpCause ByHand { get; } = new(FollowUpReason.ByHand);
}

// Stored as numbers, so the numbers are part of the contract.
public enum FollowUpReason { ByHand = 1, LowElement = 2, MissedPromise = 3, Complaint = 4 }
