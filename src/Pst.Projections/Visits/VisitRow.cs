using Pst.EventStore;

namespace Pst.Projections;

/// <summary>
/// A visit as its events tell it, with corrections in their place: the one fold behind the visit's page, the list and the reports.
/// </summary>
/// <param name="Tickets">All that it ever had, the present one last.</param>
/// <param name="Signed">Null until then; so is all that follows from service, rating and departure.</param>
/// <param name="Cards">What the front office holds now.</param>
/// <param name="Incidents">What went wrong with cards and bags and is not over.</param>
/// <param name="Notes">How many were taken.</param>
/// <param name="Used">Something was read, scanned, copied, searched, requested or downloaded.</param>
/// <param name="LeftAt">Null also where the end is unknown.</param>
/// <param name="CalledAt">When last called; calling again one who is called already does not count.</param>
/// <param name="ServiceEndedAt">From here on the desk was free, while the visitor read on.</param>
/// <param name="OutSince">Null unless out for lunch or prayer.</param>
/// <param name="Late">At least one entry was made after it happened.</param>
/// <param name="Calls">How often it was called, calling again included.</param>
/// <param name="Skips">How often nobody came.</param>
/// <param name="LateEntries">How many were made after they happened.</param>
/// <param name="Mishaps">What ever went wrong with cards and bags, also where it is over.</param>
/// <param name="VoidedAt">Null for all that stands.</param>
/// <param name="Compensation">For a missed promise; null where none was offered.</param>
/// <param name="RecordedAt">When the store took the arrival.</param>
/// <param name="OverAt">
/// From when on the office has nothing of it any more, neither by what happened nor by what was recorded until then; null while it has.
/// </param>
public sealed record VisitRow(
    Arrived Arrived, DateTimeOffset ArrivedAt, ServiceCode Service, ValueList<Ticket> Tickets,
    GuestbookSigned? Signed, DateTimeOffset? SignedAt, QueuePlace Place, ValueList<HeldCard> Cards,
    DateTimeOffset? ServedAt, bool Used, ValueList<CopiedEntry> Copies, Rated? Rated,
    Departed? Departed, DateTimeOffset? LeftAt, bool IsVoided, bool Late, long Version,
    DateTimeOffset? ServiceEndedAt = null, DateTimeOffset? OutSince = null,
    DateTimeOffset? CalledAt = null, ValueList<Incident>? Incidents = null, int Notes = 0,
    int Calls = 0, int Skips = 0, int LateEntries = 0, ValueList<IncidentKind>? Mishaps = null, DateTimeOffset? VoidedAt = null,
    Compensation? Compensation = null, DateTimeOffset RecordedAt = default, DateTimeOffset? OverAt = null)
{
    // Longer than anybody is in the house: a card that stayed overnight, an incident, an entry of days ago.
    static readonly TimeSpan Long = TimeSpan.FromHours(24);

    /// <summary>It is not over yet, or took so long that it is not found by its arrival.</summary>
    internal bool Stays => OverAt is not { } over || over - ArrivedAt >= Long;

    bool IsOver => IsVoided || (Departed is not null && Incidents is not { Count: > 0 });

    /// <summary>How far it has come.</summary>
    public VisitStatus Status => this switch
    {
        { IsVoided: true } => VisitStatus.Voided,
        { Departed: not null } => VisitStatus.Departed,
        { ServedAt: not null } => VisitStatus.InService,
        { Signed: null } => VisitStatus.Arrived,
        { Place: QueuePlace.Called } => VisitStatus.Called,
        { Place: QueuePlace.Skipped } => VisitStatus.Skipped,
        _ => VisitStatus.Waiting,
    };

    /// <summary>
    /// The clock of one who signs later may wait for this one: in person, with a promise, neither gone unserved nor voided.
    /// </summary>
    internal bool Precedes =>
        this is { Arrived.Channel: Channel.Offline, Signed.Promise: not null, IsVoided: false }
            and not { Departed: not null, ServedAt: null };

    /// <summary>Whether that is using the library, which is what online is promised at once.</summary>
    public static bool IsUse(object happened) => happened is
        PublicationRead or SoftcopyScanned or CopiesMade or CatalogueSearched or SoftcopyRequested or SoftcopyDownloaded;

    /// <summary>Null for a visit that counts in no statistics.</summary>
    /// <param name="promise">With its clock set.</param>
    public Verdict? VerdictAt(DateTimeOffset now, Promise? promise) =>
        IsVoided ? null : Sla.Judge(new(Arrived.Promised, promise, ServedAt, Used, LeftAt, Departed is not null), now);

    /// <summary>The row after one more event of its visit.</summary>
    public static VisitRow? After(VisitRow? row, StoredEvent stored) => (row, stored.Data) switch
    {
        (null, Arrived it) => Begun(it, stored),
        ({ } begun, VisitEvent it) => begun.After(it, stored).Over(stored) with
        {
            Version = stored.Version,
            Late = begun.Late || stored.Envelope.Late,
            LateEntries = begun.LateEntries + (stored.Envelope.Late ? 1 : 0),
        },
        _ => throw new InvalidDataException($"{stored.Alias} cannot follow here."),
    };

    static VisitRow Begun(Arrived arrived, StoredEvent stored) =>
        new(arrived, stored.Envelope.Occurred, arrived.Service, arrived.Ticket is { } ticket ? [ticket] : [], null, null,
            QueuePlace.Waiting, [], null, false, [], null, null, null, false, stored.Envelope.Late, stored.Version,
            LateEntries: stored.Envelope.Late ? 1 : 0, RecordedAt: stored.Recorded);

    // What was recorded at one stroke, as an import is, was never seen to be open.
    VisitRow Over(StoredEvent stored) => OverAt is not null || !IsOver ? this : this with
    {
        OverAt = stored.Recorded > RecordedAt && stored.Recorded > stored.Envelope.Occurred ? stored.Recorded : stored.Envelope.Occurred,
    };

    VisitRow After(VisitEvent happened, StoredEvent stored) => happened switch
    {
        GuestbookSigned it => this with { Signed = it, SignedAt = stored.Envelope.Occurred },
        Called when Place == QueuePlace.Called => this with { Calls = Calls + 1 },
        Called => this with { Place = QueuePlace.Called, CalledAt = stored.Envelope.Occurred, Calls = Calls + 1 },
        Skipped => this with { Place = QueuePlace.Skipped, Skips = Skips + 1 },
        Requeued => this with { Place = QueuePlace.Waiting },
        Transferred it => this with { Service = it.Service, Tickets = [.. Tickets, it.Ticket], Place = QueuePlace.Waiting },
        Served => this with { ServedAt = stored.Envelope.Occurred },
        ServiceEnded => this with { ServiceEndedAt = stored.Envelope.Occurred },
        SteppedOut => this with { OutSince = stored.Envelope.Occurred, Place = Place == QueuePlace.Called ? QueuePlace.Waiting : Place },
        CameBack => this with { OutSince = null },
        IdHeld or LockerAssigned or LockerReleased or IdReturned or IdLost or IdHandedOver or BagLeft or LockerJammed =>
            this with
            {
                Cards = Cards.After(happened, stored.Envelope.Occurred), Incidents = (Incidents ?? []).After(stored),
                Mishaps = Incident.KindOf(happened) is { } kind ? [.. Mishaps ?? [], kind] : Mishaps,
            },
        IncidentResolved => this with { Incidents = Incidents!.After(stored) },
        NoteTaken => this with { Notes = Notes + 1 },
        CompensationOffered => this with { Compensation = Domain.Compensation.Offered },
        CompensationGiven => this with { Compensation = Domain.Compensation.Given },
        CopiesMade it => this with { Used = true, Copies = Copies.With(it, stored) },
        _ when IsUse(happened) => this with { Used = true },
        Rated it => this with { Rated = it },
        Departed { Reason: DepartureReason.UnknownEnd } it => this with { Departed = it, OutSince = null },
        Departed it => this with { Departed = it, OutSince = null, LeftAt = stored.Envelope.Occurred },
        Undone => this,
        EntryCorrected it => After(it),
        Voided => this with { IsVoided = true, VoidedAt = stored.Envelope.Occurred, Cards = [], Incidents = [] },
        _ => throw new InvalidDataException($"{happened} cannot follow here."),
    };

    VisitRow After(EntryCorrected it) => this with
    {
        Arrived = Corrected(Arrived, it),
        Signed = Corrected(Signed, it),
        Rated = Corrected(Rated, it),
        Departed = Corrected(Departed, it),
        Copies = Copies.After(it),
    };

    static TEntry Corrected<TEntry>(TEntry entry, EntryCorrected it) where TEntry : VisitEvent? =>
        entry is not null && Entry.Has(entry, it.Field) ? (TEntry)Entry.Corrected(entry, it.Field, it.To) : entry;
}
