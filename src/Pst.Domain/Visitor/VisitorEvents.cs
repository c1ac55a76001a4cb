using System.Text.Json.Serialization;

namespace Pst.Domain;

/// <summary>
/// What can happen to a visitor as the office knows them: one person over all their visits. Stored for ever under the type's name in
/// snake_case. Who did it and when stand in the envelope; what it is about lies in the vault.
/// </summary>
public abstract record VisitorEvent
{
    private protected VisitorEvent() { }
}

/// <summary>
/// Somebody opened the visitor's personal data; who looks at whom is itself recorded (UU 27/2022). What was recorded before more was asked
/// says that alone.
/// </summary>
/// <param name="ReasonRef">Why in particular: a text in the vault, where somebody typed one.</param>
/// <param name="Visit">The visit that it was about; null where it was about the person.</param>
public sealed record DetailsSeen(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Seen? What = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] SeenFor? Purpose = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Guid? ReasonRef = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] VisitId? Visit = null) : VisitorEvent;

/// <summary>This record is the same person as another: quota and presence count for both together from now on.</summary>
/// <param name="To">A record that is joined to none itself.</param>
public sealed record RecordsJoined(VisitorId To) : VisitorEvent;

/// <summary>They were not the same person after all: this record stands for itself again.</summary>
public sealed record RecordsParted : VisitorEvent;

/// <summary>
/// What was known of this record's person was erased from the vault. Figures and proofs stay; of these visits nobody can tell any more
/// whose they were.
/// </summary>
/// <param name="Erasure">The same over all records of the person, or over all that was destroyed at once.</param>
/// <param name="Visits">Whose guestbook entries, card numbers and texts are gone.</param>
/// <param name="Everything">Also who the person is; false where visits are left whose time has not passed.</param>
/// <param name="Reason">Null where the time had passed, and where the reason would have named what was erased.</param>
public sealed record DataErased(Guid Erasure, ErasureCause Cause, ValueList<VisitId> Visits, bool Everything, Guid? Reason) : VisitorEvent;

/// <summary>A legal hold: nothing of this record's person is erased until it is lifted.</summary>
public sealed record DataHeld(Guid Reason) : VisitorEvent;

public sealed record HoldLifted(Guid Reason) : VisitorEvent;

/// <summary>Why something was erased.</summary>
public enum ErasureCause { Request = 1, Retention = 2 }

/// <summary>The visitor corrected how the office knows and reaches them.</summary>
/// <param name="Commitment">Hex SHA-256 over salt and the new details; both lie in the vault, in place of the old ones.</param>
public sealed record DetailsChanged(string Commitment) : VisitorEvent;

/// <summary>The visitor asked for something about their own data; the law gives the office 3 × 24 hours (UU 27/2022).</summary>
/// <param name="Words">What they wrote, in the vault; null where nothing.</param>
public sealed record DataRequested(DataRequestKind Kind, DateTimeOffset Due, Guid? Words) : VisitorEvent;

/// <param name="EventVersion">The request's place in the record.</param>
/// <param name="Reason">What the visitor is told, in the vault; null where nothing, and for what was erased.</param>
public sealed record RequestSettled(long EventVersion, RequestOutcome Outcome, Guid? Reason) : VisitorEvent;

/// <summary>What the law lets a person ask of whoever keeps their data.</summary>
public enum DataRequestKind { Access = 1, Correction = 2, Erasure = 3, Restriction = 4 }

/// <summary>What became of it.</summary>
public enum RequestOutcome { Done = 1, Partly = 2, Refused = 3 }
