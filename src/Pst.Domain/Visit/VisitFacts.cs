namespace Pst.Domain;

/// <summary>What a decision needs beside the visit, gathered by the write path in the transaction that appends.</summary>
/// <param name="At">When it occurs.</param>
/// <param name="Standard">The one in force at the visit's arrival (for an arrival: now); null before the office's first.</param>
/// <param name="RatingOpenHours">How long after departure a rating is taken.</param>
/// <param name="Visitor">Who signs: as known from before, or a new one.</param>
/// <param name="NextTicket">Of the service asked for, on this local day.</param>
/// <param name="IsInside">The visitor who signs, or comes back by an undo, has another open visit on this channel.</param>
/// <param name="Locker">How the locker stands that is asked for, or was given back by the last step.</param>
/// <param name="SheetsUsed">By this visitor in the standard's window, all visits together.</param>
/// <param name="Compensation">What the office offers for a missed promise; null where nothing is offered, and for other commands.</param>
/// <param name="Before">Who signed before this visitor, where the promise's clock waits for that one.</param>
/// <param name="Last">What may be taken back, if it is still fresh; null for other commands.</param>
public sealed record VisitFacts(
    DateTimeOffset At, Standard? Standard, ServiceHours Hours, int RatingOpenHours,
    VisitorId Visitor, int NextTicket = 1, bool IsInside = false, LockerStanding Locker = LockerStanding.Free, int SheetsUsed = 0,
    string? Compensation = null, VisitorBefore Before = default, LastStep? Last = null)
{
    public DateOnly Today => Hours.LocalDay(At);
}

/// <summary>How a locker of the office stands before it is given.</summary>
public enum LockerStanding { Unknown, Free, Taken, OutOfOrder }
