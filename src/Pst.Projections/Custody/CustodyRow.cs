using Pst.EventStore;

namespace Pst.Projections;

/// <summary>
/// What the front office holds of a visit, and what went wrong with it. One that ended with nothing open, or was voided, has no row.
/// </summary>
/// <param name="Ticket">By which people find each other; null online, where nothing is ever held.</param>
/// <param name="HasEnded">Only incidents are left.</param>
public sealed record CustodyRow(Ticket? Ticket, ValueList<HeldCard> Cards, ValueList<Incident> Incidents, bool HasEnded = false)
{
    /// <summary>The row after one more event of its visit.</summary>
    public static CustodyRow? After(CustodyRow? row, StoredEvent stored) => (row, stored.Data) switch
    {
        (null, Arrived it) => new(it.Ticket, [], []),
        (_, Voided) or ({ Incidents.Count: 0 }, Departed) => null,
        (_, Undone) => row,
        ({ } open, Departed) => open with { HasEnded = true },
        ({ } open, Transferred it) => open with { Ticket = it.Ticket },
        ({ HasEnded: true, Incidents.Count: 1 }, IncidentResolved) => null,
        ({ } open, IncidentResolved) => open with { Incidents = open.Incidents.After(stored) },
        ({ } open, VisitEvent it) =>
            open with { Cards = open.Cards.After(it, stored.Envelope.Occurred), Incidents = open.Incidents.After(stored) },
        _ => throw new InvalidDataException($"{stored.Alias} cannot follow here."),
    };
}
