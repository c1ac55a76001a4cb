namespace Pst.Domain;

/// <summary>
/// What people may ask about a visit. Values are in their ranges already; ids, references and commitments are made at the edge.
/// </summary>
public abstract record VisitCommand
{
    /// <param name="Override">Lets someone in outside the hours.</param>
    public sealed record Arrive(Channel Channel, ServiceCode Service, int PartySize, Priority Priority, Override? Override) : VisitCommand;

    /// <param name="Contact">What the visitor gave, for the standard's rules alone.</param>
    /// <param name="ConfirmedBy">The adult who stands by a visitor under 17.</param>
    public sealed record SignGuestbook(
        Contact Contact, int Purpose, Demographics Demographics, bool? AccommodationNeeded, string Commitment,
        Guardian? ConfirmedBy = null) : VisitCommand;

    public sealed record HoldId(IdKind Kind, DateOnly? ValidUntil, string Commitment, int? Item) : VisitCommand;
    public sealed record AssignLocker(Locker Locker, int? Item) : VisitCommand;
    public sealed record Call(Desk Desk) : VisitCommand;
    public sealed record Skip : VisitCommand;
    public sealed record Requeue : VisitCommand;
    public sealed record Transfer(ServiceCode Service) : VisitCommand;
    public sealed record Serve(Desk Desk) : VisitCommand;

    /// <summary>Frees the desk while the visitor reads on.</summary>
    public sealed record EndService : VisitCommand;

    /// <summary>Out for lunch or prayer, without ending the visit.</summary>
    public sealed record StepOut : VisitCommand;

    public sealed record ComeBack : VisitCommand;
    public sealed record RecordReading(PublicationId PublicationId, ReadingForm Form) : VisitCommand;

    /// <param name="Override">A supervisor's; lets more through than the limit.</param>
    public sealed record MakeCopies(int Sheets, PublicationId? PublicationId, Override? Override) : VisitCommand;

    public sealed record ScanSoftcopy(PublicationId PublicationId, int Pages) : VisitCommand;
    public sealed record SearchCatalogue : VisitCommand;

    /// <param name="Request">Made by whoever asks; its own stream says what becomes of it.</param>
    public sealed record RequestSoftcopy(SoftcopyId Request, PublicationId PublicationId) : VisitCommand;

    public sealed record DownloadSoftcopy(PublicationId PublicationId) : VisitCommand;
    public sealed record Rate(int Overall, Ratings? Elements, Guid? CommentRef) : VisitCommand;
    public sealed record ReleaseLocker(int? Item) : VisitCommand;

    /// <param name="Override">Gives the card back also where the locker cannot be opened.</param>
    public sealed record ReturnId(int? Item, Override? Override = null) : VisitCommand;

    public sealed record ReportLostId(int? Item, Guid Reason) : VisitCommand;
    public sealed record HandOverId(int? Item, Guid To, Guid Reason) : VisitCommand;
    public sealed record ReportLeftBag(int? Item, Guid Reason) : VisitCommand;
    public sealed record ReportJammedLocker(int? Item, Guid Reason) : VisitCommand;

    /// <param name="Incident">Its place in the visit.</param>
    public sealed record ResolveIncident(long Incident, Guid Reason) : VisitCommand;

    public sealed record TakeNote(Guid Note) : VisitCommand;

    /// <summary>Offers what the office has published, also to one who has left.</summary>
    public sealed record OfferCompensation : VisitCommand;

    public sealed record GiveCompensation : VisitCommand;

    /// <param name="Reason">Finished or left unserved; null means whichever is true.</param>
    public sealed record Depart(DepartureReason? Reason) : VisitCommand;

    /// <summary>The end of the day for a visit that nobody ended.</summary>
    public sealed record CloseUnended : VisitCommand;

    /// <summary>Takes back one's own last step.</summary>
    /// <param name="EventVersion">That step, as the one who asks has seen it.</param>
    public sealed record Undo(long EventVersion) : VisitCommand;

    public sealed record Correct(long EventVersion, string Field, EntryValue To, Guid Reason) : VisitCommand;
    public sealed record Void(Guid Reason) : VisitCommand;

    private VisitCommand() { }
}

/// <summary>Which means of contact a visitor gave, or has by being signed in.</summary>
public sealed record Contact(bool HasEmail, bool HasWhatsapp, bool HasAccount);
