using Pst.EventStore;

namespace Pst.Projections;

/// <summary>An office at a past moment: what its screens show, made of the same folds.</summary>
/// <param name="Settings">As the office had set itself then.</param>
/// <param name="Calls">The last ones of that day, the newest first, as many as a display has.</param>
/// <param name="Figures">Of the visits that arrived that day, judged at that moment.</param>
public sealed record PastMoment(
    DateTimeOffset At, Timeline By, OfficeState Settings, QueueView Queue, CustodyView Custody, IReadOnlyList<CallLine> Calls,
    Figures Figures)
{
    /// <summary>How the promise on time was kept that day until then.</summary>
    public SlaReport Sla => SlaReport.Of(Figures);
}

/// <summary>An event of a past day.</summary>
/// <param name="At">Its time, by which the day is told.</param>
/// <param name="Ticket">That the visit had then; null online.</param>
public sealed record PastEvent(DateTimeOffset At, Ticket? Ticket, StoredEvent Event);

/// <summary>A promise that was broken that day.</summary>
/// <param name="At">From when on it could not be kept any more.</param>
public sealed record BrokenPromise(DateTimeOffset At, VisitId Visit, Ticket? Ticket);
