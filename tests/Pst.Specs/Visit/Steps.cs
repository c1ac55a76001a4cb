using static Pst.Domain.VisitCommand;

namespace Pst.Domain.Specs;

/// <summary>The steps of Sari's visits: what is asked, and beside it what then happened, on the second of March 2026.</summary>
internal static class Steps
{
    public static readonly VisitorId Sari = new(new("0195a3c2-7e11-7000-8000-00000000000a"));
    public static readonly Guid Because = new("0195a3c2-7e11-7000-8000-000000000001");
    public static readonly Guid Comment = new("0195a3c2-7e11-7000-8000-000000000002");
    public static readonly Override Allowed = new(Because);

    public static readonly Locker A01 = new("A01"), A02 = new("A02");
    public static readonly Desk Desk1 = new("1"), OnlineDesk = new("online");
    public static readonly PublicationId Yearbook = new("metro-dalam-angka-2026");

    public static readonly Demographics Student = new(Gender: 2, Age: 2, Disability: 2, Education: 1, Occupation: 1, InstitutionKind: 6);
    public static readonly Contact Reachable = new(HasEmail: true, HasWhatsapp: true, HasAccount: true);

    public static readonly Arrive Comes = new(Channel.Offline, ServiceCode.PS, PartySize: 1, Priority.None, Override: null);
    public static readonly Arrived Came = new(
        Channel.Offline, PartySize: 1, ServiceCode.PS, Priority.None, new(ServiceCode.PS, 1), Standard: new(2024, 1, 1), Promised: true,
        Override: null);
    public static readonly Arrived CameInBima = Came with { Standard = new(2023, 1, 1) };
    public static readonly Arrived CameInRekaan = Came with { Standard = new(2026, 3, 2), Promised = false };

    public static readonly Arrive ComesOnline = Comes with { Channel = Channel.Online };
    public static readonly Arrived CameOnline = Came with { Channel = Channel.Online, Ticket = null };

    public static readonly SignGuestbook Signs = new(Reachable, Purpose: 1, Student, AccommodationNeeded: false, "signing");
    public static readonly GuestbookSigned Signed =
        new(Sari, 1, Student, 2024, false, "signing", FiveMinutesFrom("2026-03-02T09:00:00+07:00"));
    public static readonly GuestbookSigned SignedOnline = Signed with { Promise = new(CompletionKind.Immediate, null, null, null, []) };

    public static readonly HoldId GivesId = new(IdKind.Ktp, ValidUntil: null, "card", Item: null);
    public static readonly IdHeld GaveId = new(IdKind.Ktp, "card", Item: 1);
    public static readonly AssignLocker TakesLocker = new(A01, Item: null);
    public static readonly LockerAssigned TookLocker = new(A01, Item: 1);

    public static readonly Called WasCalled = new(Desk1);
    public static readonly Skipped WasSkipped = new();
    public static readonly Requeued IsBack = new();
    public static readonly Transferred Moved = new(ServiceCode.KS, new(ServiceCode.KS, 1));
    public static readonly Served WasServed = new(Desk1);

    public static readonly ServiceEnded FreedDesk = new();
    public static readonly SteppedOut WentOut = new();
    public static readonly CameBack IsInAgain = new();

    public static readonly PublicationRead Read = new(Yearbook, ReadingForm.Printed);
    public static readonly SoftcopyScanned Scanned = new(Yearbook, Pages: 4);
    public static readonly SoftcopyId Request = new(new("0195a3c2-7e11-7000-8000-000000000004"));
    public static readonly CatalogueSearched Searched = new();
    public static readonly RequestSoftcopy AsksForSoftcopy = new(Request, Yearbook);
    public static readonly SoftcopyRequested AskedForSoftcopy = new(Request, Yearbook);
    public static readonly DownloadSoftcopy Downloads = new(Yearbook);
    public static readonly SoftcopyDownloaded Downloaded = new(Yearbook);
    public static readonly Rated WasRated = new(Overall: 4, Marks((Element.WAKTU, 4), (Element.BIAYA, 3)), Comment);

    public static readonly ReleaseLocker TakesBag = new(Item: null);
    public static readonly LockerReleased TookBag = new(A01, Item: 1);
    public static readonly ReturnId TakesIdBack = new(Item: null);
    public static readonly IdReturned TookIdBack = new(Item: 1);
    public static readonly Guid Neighbour = new("0195a3c2-7e11-7000-8000-000000000003");
    public static readonly LockerJammed Stuck = new(A01, Item: 1, Because);
    public static readonly BagLeft LeftBag = new(A01, Item: 1, Because);
    public static readonly IdLost LostId = new(Item: 1, Because);
    public static readonly IdHandedOver GaveIdAway = new(Item: 1, Neighbour, Because);

    public const string Offer = "Permohonan maaf dan 5 lembar fotokopi gratis";
    public static readonly CompensationOffered WasOffered = new(Offer);
    public static readonly CompensationGiven WasGiven = new();

    public static readonly Depart Leaves = new(Reason: null);
    public static readonly Departed WentHome = new(DepartureReason.Finished), GaveUp = new(DepartureReason.LeftUnserved);
    public static readonly Departed EndUnknown = new(DepartureReason.UnknownEnd);

    public static CopiesMade Copied(int sheets) => new(sheets, Yearbook, Override: null);
    public static MakeCopies Copies(int sheets) => new(sheets, Yearbook, Override: null);
    public static RecordReading Reads(ReadingForm form) => new(Yearbook, form);
    public static Rate Rates(int overall) => new(overall, WasRated.Elements, Comment);
    public static Ratings Marks(params (Element Element, int Mark)[] marks) =>
        new(marks.Select(it => KeyValuePair.Create(it.Element, it.Mark)));

    public static Promise FiveMinutesFrom(string start)
    {
        var starts = DateTimeOffset.Parse(start, null);
        return new(CompletionKind.AfterGuestbook, starts, 5, starts.AddMinutes(5), []);
    }
}
