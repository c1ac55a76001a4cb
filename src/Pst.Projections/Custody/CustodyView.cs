using System.Text.Json.Serialization;

namespace Pst.Projections;

/// <summary>What the front office holds.</summary>
/// <param name="Lockers">As they stand in the office's list.</param>
/// <param name="Ids">The longest held first.</param>
/// <param name="Incidents">What went wrong and is not over, the oldest first.</param>
public sealed record CustodyView(
    IReadOnlyList<LockerLine> Lockers, IReadOnlyList<HeldIdLine> Ids, IReadOnlyList<IncidentLine> Incidents)
{
    /// <summary>The lockers with a bag in them, the longest taken first.</summary>
    [JsonIgnore] public IEnumerable<LockerLine> Taken => Lockers.Where(it => it.State == LockerState.Occupied).OrderBy(it => it.Since);
}

/// <summary>How a locker stands.</summary>
public enum LockerState { Free, Occupied, OutOfOrder, Jammed }

/// <param name="Since">Visit, ticket and since are null unless it is occupied or jammed.</param>
public sealed record LockerLine(
    Locker Locker, LockerState State, VisitId? Visit = null, Ticket? Ticket = null, DateTimeOffset? Since = null);

/// <summary>A card that is held.</summary>
/// <param name="Item">Counted from 1 in a party.</param>
/// <param name="Tail">The number's last characters, which lie in the vault; null until put in, and where none were given.</param>
/// <param name="Overdue">Held since before today.</param>
public sealed record HeldIdLine(
    VisitId Visit, Ticket? Ticket, int Item, IdKind Kind, [property: JsonIgnore] string Commitment, string? Tail,
    DateTimeOffset Since, bool Overdue);

/// <summary>An incident on the board.</summary>
/// <param name="Incident">By which <c>resolve_incident</c> names it.</param>
/// <param name="Reason">What is known of it, which lies in the vault; null until put in, and after it was erased.</param>
public sealed record IncidentLine(
    VisitId Visit, Ticket? Ticket, long Incident, IncidentKind Kind, int Item, Locker? Locker, DateTimeOffset Since,
    [property: JsonIgnore] Guid ReasonRef, string? Reason)
{
    internal static IncidentLine Of(VisitId visit, Ticket? ticket, Incident it) =>
        new(visit, ticket, it.Version, it.Kind, it.Item, it.Locker, it.Since, it.Reason, null);
}
