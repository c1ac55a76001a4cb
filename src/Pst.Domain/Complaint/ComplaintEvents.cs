using System.Text.Json.Serialization;

namespace Pst.Domain;

/// <summary>
/// What can happen to a complaint. Stored for ever under the type's name in snake_case. Who and when stand in the envelope; who complained
/// and all that was written lie in the vault, by reference. A promise is stored as the last day of its allowance: no later holiday
/// changes what was promised.
/// </summary>
public abstract record ComplaintEvent
{
    private protected ComplaintEvent() { }
}

/// <param name="IsAnonymous">Nobody is known to whom an answer could be sent; it can be read with the code and its secret.</param>
/// <param name="Text">What it is about.</param>
/// <param name="Visit">The one that it is about, where it was made from there.</param>
/// <param name="Files">What was attached; null where nothing was.</param>
public sealed record ComplaintReceived(
    ComplaintCode Code, ComplaintWay Way, bool IsAnonymous, Guid Text, VisitId? Visit, ComplaintDeadlines Deadlines,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ValueList<AttachmentId>? Files = null) : ComplaintEvent;

/// <summary>It is ours, and what it is about is known.</summary>
/// <param name="NeedsOversight">Somebody is to be examined, which has a longer allowance (berkadar pengawasan).</param>
public sealed record ComplaintVerified(Element Class, bool NeedsOversight) : ComplaintEvent;

/// <summary>The office wrote to the complainant, and waits for nothing.</summary>
public sealed record ComplaintAnswered(Guid Message) : ComplaintEvent;

/// <summary>The office cannot go on before the complainant has said more.</summary>
/// <param name="ReplyBy">The last day on which the answer is asked for.</param>
/// <param name="ClosesAfter">The last day on which it may still come.</param>
public sealed record InformationAsked(Guid Message, DateOnly ReplyBy, DateOnly ClosesAfter) : ComplaintEvent;

/// <summary>The complainant wrote; what was resolved is open again.</summary>
/// <param name="Files">What was attached; null where nothing was.</param>
public sealed record ComplainantReplied(
    Guid Message, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ValueList<AttachmentId>? Files = null)
    : ComplaintEvent;

/// <param name="Outcome">What was done.</param>
/// <param name="ClosesAfter">The last day on which the complainant may still object.</param>
public sealed record ComplaintResolved(Guid Outcome, DateOnly ClosesAfter) : ComplaintEvent;

/// <summary>Whoever stands above the office's desk is to look at it.</summary>
/// <param name="Reason">Null where a deadline had passed.</param>
public sealed record ComplaintEscalated(Escalation Because, Guid? Reason) : ComplaintEvent;

/// <param name="Reason">Why it was dismissed; null for other ends.</param>
public sealed record ComplaintClosed(Closing Because, Guid? Reason) : ComplaintEvent;

/// <summary>The last days of what a complainant is promised, each with that day.</summary>
/// <param name="OversightBy">In the place of <paramref name="ResolveBy"/> for what needs oversight.</param>
public sealed record ComplaintDeadlines(DateOnly VerifyBy, DateOnly RespondBy, DateOnly ResolveBy, DateOnly OversightBy);

// Stored as numbers, so the numbers are part of the contract.

/// <summary>The way that a complaint came.</summary>
public enum ComplaintWay { Online = 1, Desk = 2, Box = 3, Phone = 4, Whatsapp = 5, Email = 6, Letter = 7 }

/// <summary>Why a complaint goes up: a deadline has passed, or somebody says so.</summary>
public enum Escalation { Verification = 1, Response = 2, Resolution = 3, ByHand = 4 }

/// <summary>How a complaint ended.</summary>
public enum Closing { Satisfied = 1, NoReply = 2, Dismissed = 3 }
