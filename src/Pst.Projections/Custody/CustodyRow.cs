using Pst.EventStore;

namespace Pst.Projections;

/// <summary>What the front office holds of an open visit; one that ended or was voided has no row.</summary>
/// <param name="Ticket">By which people find each other; null online, where nothing is ever held.</param>
public sealed record CustodyRow(Ticket? Ticket, ValueList<HeldCard> Cards)
{
    /// <summary>The row after one more event of its visit.</summary>
    public static CustodyRow? After(CustodyRow? row, StoredEvent stored) => (row, stored.Data) switch
    {
        (null, Arrived it) => new(it.Ticket, []),
        (_, Departed or Voided) => null,
        (_, Undone) => row,
        ({ } open, Transferred it) => open with { Ticket = it.Ticket },
        ({ } open, VisitEvent it) => open with { Cards = open.Cards.After(it, stored.Envelope.Occurred) },
        _ => throw new InvalidDataException($"{stored.Alias} cannot follow here."),
    };
}
