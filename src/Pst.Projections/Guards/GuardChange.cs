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
        CopiesMade made => [new SheetsCopied(version, day, made.Sheets)],
        EntryCorrected { Field: "sheets", To.Number: { } sheets } corrected => [new SheetsCorrected(corrected.EventVersion, sheets)],
        Departed => [new VisitClosed()],
        Voided => [new VisitVoided()],
        _ => [],
    };

    private GuardChange() { }
}
