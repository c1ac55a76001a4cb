using Pst.Domain;

namespace Pst.Bench;

/// <summary>Visits to measure with: each a visitor of its own, told apart by numbers, not by chance.</summary>
static class PastVisits
{
    static readonly DateOnly Standard = new(2023, 1, 1);
    static readonly Desk Desk = new("1");
    static readonly string Commitment = new('a', 64);

    /// <summary>Ten events, over and gone, some days ago.</summary>
    public static PastVisit Ended(OfficeCode office, int number, DateTimeOffset at) => new(office, new(Id(1, number)), at,
    [
        Arrival(number), Signed(number), new IdHeld(IdKind.Sim, Commitment, 1), new LockerAssigned(Locker(number), 1), new Called(Desk),
        new Served(Desk), new CopiesMade(3, null, null), new LockerReleased(Locker(number), 1), new IdReturned(1),
        new Departed(DepartureReason.Finished),
    ]);

    /// <summary>As many events, 4 to 10, and the visitor is still there, in service.</summary>
    public static PastVisit Open(OfficeCode office, int number, int events, DateTimeOffset at) => new(office, new(Id(2, number)), at,
    [
        Arrival(number), Signed(number), new Called(Desk), new Served(Desk),
        .. Enumerable.Range(1, events - 4).Select(it => new PublicationRead(new($"pub-{it}"), ReadingForm.Printed)),
    ]);

    /// <summary>Two events: the visitor waits.</summary>
    public static PastVisit Waiting(OfficeCode office, int number, DateTimeOffset at) =>
        new(office, new(Id(3, number)), at, [Arrival(number), Signed(number)]);

    static Arrived Arrival(int number) =>
        new(Channel.Offline, 1, ServiceCode.PS, Priority.None, new(ServiceCode.PS, number % 900 + 1), Standard, true, null);

    static GuestbookSigned Signed(int number) =>
        new(new(Id(4, number)), 1, new(1, 2, 2, 3, 1, 6), 2024, null, Commitment, new(CompletionKind.WithinHours, null, null, null, []));

    // Longer in use than visits follow each other: none has two holders.
    static Locker Locker(int number) => new($"{number % 50 + 1}");

    static Guid Id(byte kind, int number) => new(number, 0, 0x4000, 0x80, 0, 0, 0, 0, 0, 0, kind);
}
