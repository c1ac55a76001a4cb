using Pst.EventStore;

namespace Pst.Projections;

/// <summary>How a visit was called last. One that left without ever being called has no row.</summary>
/// <param name="Ticket">The one it waits with.</param>
/// <param name="Last">Null until it is called.</param>
public sealed record CallRow(Ticket? Ticket, LastCall? Last = null)
{
    /// <summary>The row after one more event of its visit.</summary>
    public static CallRow? After(CallRow? row, StoredEvent stored) => (row, stored.Data) switch
    {
        (_, Voided) => null,
        (_, Undone) => row,
        (null, Arrived it) => new(it.Ticket),
        ({ Last: null }, Departed) => null,
        ({ Ticket: { } ticket } open, Called it) =>
            open with { Last = new(ticket, it.Desk, stored.Envelope.Occurred, (open.Last?.Times ?? 0) + 1, IsOpen: true) },
        ({ } open, Transferred it) => open.Over() with { Ticket = it.Ticket },
        ({ } open, Skipped or SteppedOut or Served or Departed) => open.Over(),
        _ => throw new InvalidDataException($"{stored.Alias} cannot follow here."),
    };

    CallRow Over() => Last is null ? this : this with { Last = Last with { IsOpen = false } };
}

/// <summary>A call as it was made.</summary>
/// <param name="Ticket">Under which; a transfer changes it afterwards.</param>
/// <param name="Times">How often this visit was called by then: again is another call.</param>
/// <param name="IsOpen">Nobody has come yet, and nobody was passed over.</param>
public sealed record LastCall(Ticket Ticket, Desk Desk, DateTimeOffset At, int Times, bool IsOpen);
