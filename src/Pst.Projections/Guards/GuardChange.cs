using Pst.EventStore;

namespace Pst.Projections;

/// <summary>
/// What an event means for the rules that reach across visits: a locker has one holder, a visitor one open visit a channel, a ticket number
/// is given once, sheets count against a quota. Written in the append's own transaction, and made again from the log alone.
/// </summary>
public abstract record GuardChange
{
    public sealed record VisitOpened(Channel Channel, DateOnly Day) : GuardChange;
    public sealed record TicketGiven(Ticket Ticket, DateOnly Day) : GuardChange;
    public sealed record VisitorInside(VisitorId Visitor) : GuardChange;
    public sealed record LockerTaken(Locker Locker, int Item) : GuardChange;
    public sealed record LockerFreed(Locker Locker) : GuardChange;
    public sealed record SheetsCopied(long Version, DateOnly Day, int Sheets) : GuardChange;
    public sealed record SheetsCorrected(long Version, int Sheets) : GuardChange;
    public sealed record SheetsTakenBack(long Version) : GuardChange;
    public sealed record VisitClosed : GuardChange;

    /// <summary>Gives back sheets, lockers and the place inside; the ticket number stays used.</summary>
    public sealed record VisitVoided : GuardChange;

    /// <param name="version">The event's place in its visit.</param>
    /// <param name="day">The office-local day on which it occurred.</param>
    public static IEnumerable<GuardChange> Of(VisitEvent happened, long version, DateOnly day) => happened switch
    {
        Arrived { Ticket: { } ticket } arrived => [new VisitOpened(arrived.Channel, day), new TicketGiven(ticket, day)],
        Arrived arrived => [new VisitOpened(arrived.Channel, day)],
        GuestbookSigned signed => [new VisitorInside(signed.VisitorId)],
        Transferred moved => [new TicketGiven(moved.Ticket, day)],
        LockerAssigned given => [new LockerTaken(given.Locker, given.Item)],
        LockerReleased back => [new LockerFreed(back.Locker)],
        BagLeft left => [new LockerFreed(left.Locker)],
        IncidentResolved { Freed: { } locker } => [new LockerFreed(locker)],
        CopiesMade made => [new SheetsCopied(version, day, made.Sheets)],
        EntryCorrected { Field: "sheets", To.Number: { } sheets } corrected => [new SheetsCorrected(corrected.EventVersion, sheets)],
        Departed => [new VisitClosed()],
        Voided => [new VisitVoided()],
        _ => [],
    };

    /// <summary>What taking back an event means: what it took is given back, and what it gave back is taken again.</summary>
    /// <param name="history">The visit's events, at least up to the one that is taken back.</param>
    /// <param name="zone">The office's, whose days count.</param>
    public static IEnumerable<GuardChange> Of(Undone undone, IReadOnlyList<StoredEvent> history, Zone zone) =>
        history.Single(it => it.Version == undone.EventVersion).Data switch
        {
            LockerAssigned given => [new LockerFreed(given.Locker)],
            LockerReleased back => [new LockerTaken(back.Locker, back.Item)],
            BagLeft left => [new LockerTaken(left.Locker, left.Item)],
            IncidentResolved { Freed: { } locker } resolved => [new LockerTaken(locker, JammedItem(history, resolved))],
            CopiesMade => [new SheetsTakenBack(undone.EventVersion)],
            Departed => history.SelectMany(it => Opened(it, zone)),
            _ => [],
        };

    static int JammedItem(IReadOnlyList<StoredEvent> history, IncidentResolved resolved) =>
        ((LockerJammed)history.Single(it => it.Version == resolved.EventVersion).Data).Item;

    static IEnumerable<GuardChange> Opened(StoredEvent stored, Zone zone) => stored.Data switch
    {
        Arrived arrived => [new VisitOpened(arrived.Channel, zone.Day(stored.Envelope.Occurred))],
        GuestbookSigned signed => [new VisitorInside(signed.VisitorId)],
        _ => [],
    };

    private GuardChange() { }
}
