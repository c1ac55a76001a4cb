namespace Pst.Domain;

using static VisitCommand;
using static VisitRefusal;

public static partial class VisitDecider
{
    static Decision<VisitEvent> Undo(Undo asked, VisitFacts facts) => facts.Last switch
    {
        not { } => new UndoNotLast(),
        var last when last.Version != asked.EventVersion => new UndoNotLast(),
        { IsFinal: true } => new UndoNotPossible(),
        { IsOwn: false } => new UndoNotYours(),
        { IsFresh: false } => new UndoTooLate(),
        var last => TakenAgain(last.Event, facts) is { } refusal ? refusal : new Undone(last.Version),
    };

    // What the event gave back to others must still be there to be taken again.
    static VisitRefusal? TakenAgain(VisitEvent undone, VisitFacts facts) => undone switch
    {
        LockerReleased or BagLeft or IncidentResolved { Freed: not null } => CannotTake(facts.Locker),
        Departed when facts.IsInside => new VisitorAlreadyInside(),
        _ => null,
    };
}
