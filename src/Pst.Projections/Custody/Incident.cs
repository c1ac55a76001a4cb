using Pst.EventStore;

namespace Pst.Projections;

/// <summary>Something that went wrong with a card or a bag and is not over yet.</summary>
/// <param name="Version">The event's place in its visit, by which it is resolved.</param>
/// <param name="Locker">The one that is jammed, or that the bag was taken from.</param>
/// <param name="Reason">What is known of it; the text lies in the vault.</param>
/// <param name="To">To whom a card was given; the same.</param>
public sealed record Incident(
    long Version, IncidentKind Kind, int Item, Locker? Locker, Guid Reason, Guid? To, DateTimeOffset Since)
{
    /// <summary>Null for what is none.</summary>
    internal static IncidentKind? KindOf(VisitEvent happened) => happened switch
    {
        IdLost => IncidentKind.IdLost,
        IdHandedOver => IncidentKind.IdHandedOver,
        BagLeft => IncidentKind.BagLeft,
        LockerJammed => IncidentKind.LockerJammed,
        _ => null,
    };
}

/// <summary>What may go wrong.</summary>
public enum IncidentKind { IdLost, IdHandedOver, BagLeft, LockerJammed }

/// <summary>How incidents come and go.</summary>
internal static class Incidents
{
    internal static ValueList<Incident> After(this ValueList<Incident> open, StoredEvent stored) => stored.Data switch
    {
        IdLost it => [.. open, Of(stored, IncidentKind.IdLost, it.Item, null, it.Reason)],
        IdHandedOver it => [.. open, Of(stored, IncidentKind.IdHandedOver, it.Item, null, it.Reason) with { To = it.To }],
        BagLeft it => [.. open, Of(stored, IncidentKind.BagLeft, it.Item, it.Locker, it.Reason)],
        LockerJammed it => [.. open, Of(stored, IncidentKind.LockerJammed, it.Item, it.Locker, it.Reason)],
        IncidentResolved it => [.. open.Where(incident => incident.Version != it.EventVersion)],
        _ => open,
    };

    static Incident Of(StoredEvent stored, IncidentKind kind, int item, Locker? locker, Guid reason) =>
        new(stored.Version, kind, item, locker, reason, null, stored.Envelope.Occurred);
}
