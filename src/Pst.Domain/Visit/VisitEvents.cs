using System.Text.Json.Serialization;

namespace Pst.Domain;

/// <summary>
/// What can happen to a visit. Stored for ever under the type's name in snake_case, so names and members never change; golden/ in the specs
/// holds one of each as stored. Who, when and which visit stand in the envelope. Personal data and free text lie in the vault: an event
/// holds a salted commitment to what was said, or the reference (a <see cref="Guid"/>) of a text.
/// </summary>
public abstract record VisitEvent
{
    private protected VisitEvent() { }
}

/// <param name="PartySize">1–200.</param>
/// <param name="Ticket">Offline only; counts without gaps per office, service and local day.</param>
/// <param name="Standard">The day from which the standard is in force that this visit is judged by.</param>
/// <param name="Promised">Whether that standard promises the service first asked for.</param>
/// <param name="Override">Who came outside the hours was let in for this reason.</param>
public sealed record Arrived(
    Channel Channel, int PartySize, ServiceCode Service, Priority Priority, Ticket? Ticket, DateOnly Standard, bool Promised,
    Override? Override) : VisitEvent;

/// <param name="CodeBook">The edition of the SKD code book that the codes are of.</param>
/// <param name="Commitment">Hex SHA-256 over salt and what was signed; both lie in the vault.</param>
/// <param name="Promise">Whole, so that no later setting moves what the office owes from here on; null where nothing was promised.</param>
/// <param name="ConfirmedBy">The adult who stood by a visitor under 17; null for others.</param>
public sealed record GuestbookSigned(
    VisitorId VisitorId, int Purpose, Demographics Demographics, int CodeBook, bool? AccommodationNeeded, string Commitment,
    Promise? Promise, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Guardian? ConfirmedBy = null) : VisitEvent;

/// <param name="Item">1 for the first, or only, card of a party.</param>
public sealed record IdHeld(IdKind Kind, string Commitment, int Item) : VisitEvent;

/// <param name="Item">The card, counted from 1, that this locker is used for.</param>
public sealed record LockerAssigned(Locker Locker, int Item) : VisitEvent;

public sealed record Called(Desk Desk) : VisitEvent;
public sealed record Skipped : VisitEvent;
public sealed record Requeued : VisitEvent;
public sealed record Transferred(ServiceCode Service, Ticket Ticket) : VisitEvent;
public sealed record Served(Desk Desk) : VisitEvent;

/// <summary>The desk is free for the next one; the visitor may read on.</summary>
public sealed record ServiceEnded : VisitEvent;

/// <summary>For lunch or prayer: the visit goes on, and so does its promise.</summary>
public sealed record SteppedOut : VisitEvent;

public sealed record CameBack : VisitEvent;

public sealed record PublicationRead(PublicationId PublicationId, ReadingForm Form) : VisitEvent;

/// <param name="Sheets">1–1000.</param>
/// <param name="Override">A supervisor let more through than the limit, for this reason.</param>
public sealed record CopiesMade(int Sheets, PublicationId? PublicationId, Override? Override) : VisitEvent;

public sealed record SoftcopyScanned(PublicationId PublicationId, int Pages) : VisitEvent;

/// <summary>Somebody looked through the catalogue by themselves. For what is nobody's to keep.</summary>
public sealed record CatalogueSearched : VisitEvent;

/// <summary>A softcopy was asked for; what becomes of it is a story of its own.</summary>
/// <param name="Request">The stream that tells it.</param>
public sealed record SoftcopyRequested(SoftcopyId Request, PublicationId PublicationId) : VisitEvent;

/// <summary>Taken by oneself, where the standard offers that.</summary>
public sealed record SoftcopyDownloaded(PublicationId PublicationId) : VisitEvent;

/// <param name="Overall">1–4.</param>
/// <param name="Elements">Some or all of the nine, each 1–4.</param>
/// <param name="CommentRef">The text in the vault.</param>
public sealed record Rated(int Overall, Ratings? Elements, Guid? CommentRef) : VisitEvent;

public sealed record LockerReleased(Locker Locker, int Item) : VisitEvent;

/// <param name="Override">The locker could not be opened, and for this reason the card was given back all the same.</param>
public sealed record IdReturned(
    int Item, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Override? Override = null) : VisitEvent;

/// <summary>The office cannot find the card that it keeps.</summary>
/// <param name="Reason">What is known of it, in the vault; so it is of all incidents.</param>
public sealed record IdLost(int Item, Guid Reason) : VisitEvent;

/// <summary>The card was given to somebody else.</summary>
/// <param name="To">Whom, in the vault.</param>
public sealed record IdHandedOver(int Item, Guid To, Guid Reason) : VisitEvent;

/// <summary>Nobody came for the bag; it was taken out of the locker, which is free.</summary>
public sealed record BagLeft(Locker Locker, int Item, Guid Reason) : VisitEvent;

/// <summary>The locker cannot be opened. It keeps the bag and stays taken until the incident is over, also after departure.</summary>
public sealed record LockerJammed(Locker Locker, int Item, Guid Reason) : VisitEvent;

/// <param name="EventVersion">The incident's place in the visit.</param>
/// <param name="Freed">The locker that could be opened again.</param>
/// <param name="Reason">How it ended.</param>
public sealed record IncidentResolved(long EventVersion, Locker? Freed, Guid Reason) : VisitEvent;

/// <summary>Somebody wrote something down about the visit.</summary>
/// <param name="Note">What, in the vault: it is about a person.</param>
public sealed record NoteTaken(Guid Note) : VisitEvent;

/// <summary>The office said what it offers for a promise on time that it did not keep.</summary>
/// <param name="Offer">As the office publishes it at that moment, so that a later setting changes nothing that was offered.</param>
public sealed record CompensationOffered(string Offer) : VisitEvent;

/// <summary>The visitor has received it.</summary>
public sealed record CompensationGiven : VisitEvent;

public sealed record Departed(DepartureReason Reason) : VisitEvent;

/// <summary>The original stays as it is; both are shown, and statistics use the correction.</summary>
/// <param name="EventVersion">The entry's place in the visit.</param>
/// <param name="Field">Its name as in the API: <c>sheets</c>, <c>demographics.age</c>, <c>elements.WAKTU</c>.</param>
/// <param name="From">What held until now; null where nothing was given.</param>
public sealed record EntryCorrected(long EventVersion, string Field, EntryValue? From, EntryValue To, Guid Reason) : VisitEvent;

/// <summary>
/// A wrong tap, taken back within seconds by the one who made it: from here on it counts as not happened, and the history shows both. A
/// ticket number that was given with it stays used.
/// </summary>
/// <param name="EventVersion">The place of what was taken back.</param>
public sealed record Undone(long EventVersion) : VisitEvent
{
    /// <summary>The places of all that was taken back.</summary>
    public static IReadOnlySet<long> In(IEnumerable<object> events) => events.OfType<Undone>().Select(it => it.EventVersion).ToHashSet();
}

/// <summary>Entered by mistake: out of all statistics, still in the history.</summary>
public sealed record Voided(Guid Reason) : VisitEvent;

/// <summary>Why a rule was set aside; who did it stands in the envelope.</summary>
/// <param name="Reason">The text in the vault.</param>
public sealed record Override(Guid Reason);

/// <summary>Codes of the SKD code book; <see cref="CodeBook"/> has their ranges.</summary>
public sealed record Demographics(int Gender, int Age, int Disability, int Education, int Occupation, int InstitutionKind);

// Stored as numbers, so the numbers are part of the contract.
public enum Guardian { Parent = 1, Teacher = 2 }
public enum Compensation { Offered = 1, Given = 2 }
public enum DepartureReason { Finished = 1, LeftUnserved = 2, UnknownEnd = 3 }
