using Pst.Domain;
using Pst.EventStore;

namespace Pst.Web.Pages.History;

/// <summary>
/// By which command each event came about. An event keeps its command's id; the name follows from the first event of that id, for each
/// command begins with one of its own.
/// </summary>
static class Causes
{
    /// <summary>The commands by their ids, as the API spells them.</summary>
    public static IReadOnlyDictionary<string, string> Of(IReadOnlyList<StoredEvent> events) =>
        events.Where(it => it.Envelope.Causation is not null).GroupBy(it => it.Envelope.Causation!)
            .ToDictionary(it => it.Key, it => NameOf(it.First().Data));

    static string NameOf(object first) => first switch
    {
        Arrived => "arrive",
        GuestbookSigned => "sign_guestbook",
        IdHeld => "hold_id",
        LockerAssigned => "assign_locker",
        Called => "call",
        Skipped => "skip",
        Requeued => "requeue",
        Transferred => "transfer",
        Served => "serve",
        ServiceEnded => "end_service",
        SteppedOut => "step_out",
        CameBack => "come_back",
        PublicationRead => "record_reading",
        CopiesMade => "make_copies",
        SoftcopyScanned => "scan_softcopy",
        CatalogueSearched => "search_catalogue",
        SoftcopyRequested => "request_softcopy",
        SoftcopyDownloaded => "download_softcopy",
        Rated => "rate",
        LockerReleased => "release_locker",
        IdReturned => "return_id",
        IdLost => "report_lost_id",
        IdHandedOver => "hand_over_id",
        BagLeft => "report_left_bag",
        LockerJammed => "report_jammed_locker",
        IncidentResolved => "resolve_incident",
        NoteTaken => "take_note",
        CompensationOffered => "offer_compensation",
        CompensationGiven => "give_compensation",
        Departed { Reason: DepartureReason.UnknownEnd } => "close_day",
        Departed => "depart",
        EntryCorrected => "correct",
        Undone => "undo",
        Voided => "void",
        _ => throw new System.Diagnostics.UnreachableException($"No command leads to {first}."),
    };
}
