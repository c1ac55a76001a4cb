using System.Collections.Immutable;

namespace Pst.Domain;

/// <summary>All that can be refused about a visit.</summary>
public abstract record VisitRefusal : Refusal
{
    public sealed record OutsideServiceHours() : VisitRefusal("outside_service_hours");
    public sealed record NoStandardInForce() : VisitRefusal("no_standard_in_force");
    public sealed record AlreadyArrived() : VisitRefusal("already_arrived");
    public sealed record NotFound() : VisitRefusal("visit_not_found");
    public sealed record VisitClosed() : VisitRefusal("visit_closed");
    public sealed record OfflineOnly() : VisitRefusal("offline_only");

    public sealed record GuestbookAlreadySigned() : VisitRefusal("guestbook_already_signed");
    public sealed record GuestbookNotSigned() : VisitRefusal("guestbook_not_signed");
    public sealed record EmailRequired() : VisitRefusal("email_required");
    public sealed record WhatsappRequired() : VisitRefusal("whatsapp_required");
    public sealed record AccountRequired() : VisitRefusal("account_required");
    public sealed record VisitorAlreadyInside() : VisitRefusal("visitor_already_inside");

    public sealed record IdKindNotAccepted() : VisitRefusal("id_kind_not_accepted");
    public sealed record IdExpired() : VisitRefusal("id_expired");
    public sealed record IdAlreadyHeld() : VisitRefusal("id_already_held");
    public sealed record IdNotHeld() : VisitRefusal("id_not_held");
    public sealed record IdNotReturned() : VisitRefusal("id_not_returned");
    public sealed record UnknownLocker() : VisitRefusal("unknown_locker");
    public sealed record LockerTaken() : VisitRefusal("locker_taken");
    public sealed record LockerOutOfOrder() : VisitRefusal("locker_out_of_order");
    public sealed record LockerAlreadyAssigned() : VisitRefusal("locker_already_assigned");
    public sealed record NoLocker() : VisitRefusal("no_locker");
    public sealed record LockerNotReleased() : VisitRefusal("locker_not_released");
    public sealed record IncidentNotOpen() : VisitRefusal("incident_not_open");

    public sealed record NotCalled() : VisitRefusal("not_called");
    public sealed record NotSkipped() : VisitRefusal("not_skipped");
    public sealed record AlreadyServed() : VisitRefusal("already_served");
    public sealed record NotServed() : VisitRefusal("not_served");

    public sealed record ServiceAlreadyEnded() : VisitRefusal("service_already_ended");
    public sealed record VisitorOut() : VisitRefusal("visitor_out");
    public sealed record VisitorNotOut() : VisitRefusal("visitor_not_out");

    public sealed record ReadingNotOffered() : VisitRefusal("reading_not_offered");
    public sealed record ScanNotOffered() : VisitRefusal("scan_not_offered");
    public sealed record CopiesNotOffered() : VisitRefusal("copies_not_offered");
    public sealed record SoftcopyRequestNotOffered() : VisitRefusal("softcopy_request_not_offered");
    public sealed record SoftcopyDownloadNotOffered() : VisitRefusal("softcopy_download_not_offered");

    /// <summary>The sheets asked for would pass the standard's limit in its window.</summary>
    /// <param name="Remaining">Sheets that may still be copied, 0 or more.</param>
    public sealed record CopyQuotaExceeded(int Remaining) : VisitRefusal("copy_quota_exceeded")
    {
        public override object[] Values() => [Remaining];
        public override IReadOnlyDictionary<string, object> Facts() =>
            ImmutableDictionary<string, object>.Empty.Add("remaining", Remaining);
    }

    public sealed record UndoNotLast() : VisitRefusal("undo_not_last");
    public sealed record UndoNotPossible() : VisitRefusal("undo_not_possible");
    public sealed record UndoNotYours() : VisitRefusal("undo_not_yours");
    public sealed record UndoTooLate() : VisitRefusal("undo_too_late");

    public sealed record AlreadyRated() : VisitRefusal("already_rated");
    public sealed record RatingClosed() : VisitRefusal("rating_closed");

    public sealed record NoCompensation() : VisitRefusal("no_compensation");
    public sealed record PromiseNotMissed() : VisitRefusal("promise_not_missed");
    public sealed record CompensationAlreadyOffered() : VisitRefusal("compensation_already_offered");
    public sealed record CompensationNotOffered() : VisitRefusal("compensation_not_offered");
    public sealed record CompensationAlreadyGiven() : VisitRefusal("compensation_already_given");

    private VisitRefusal(string code) : base(code) { }
}
