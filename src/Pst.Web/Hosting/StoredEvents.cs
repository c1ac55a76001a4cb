using Pst.Domain;
using Pst.EventStore;

namespace Pst.Web.Hosting;

/// <summary>Every event that this program stores, listed: what is not here cannot be written, and stops who reads it.</summary>
public static class StoredEvents
{
    public static EventTypes Types { get; } = new(
        StoredJson.Options,
        typeof(OfficeOpened), typeof(StandardAdopted), typeof(SettingsChanged), typeof(LockerPutOutOfOrder), typeof(LockerPutBackInOrder),
        typeof(DeviceEnrolled), typeof(DeviceRevoked), typeof(DayClosed), typeof(DutyAssigned), typeof(DutiesSwapped),
        typeof(Arrived), typeof(GuestbookSigned), typeof(IdHeld), typeof(LockerAssigned), typeof(Called), typeof(Skipped), typeof(Requeued),
        typeof(Transferred), typeof(Served), typeof(ServiceEnded), typeof(SteppedOut), typeof(CameBack),
        typeof(PublicationRead), typeof(CopiesMade), typeof(SoftcopyScanned),
        typeof(CatalogueSearched), typeof(SoftcopyRequested), typeof(SoftcopyDownloaded), typeof(Rated),
        typeof(LockerReleased), typeof(IdReturned), typeof(IdLost), typeof(IdHandedOver), typeof(BagLeft), typeof(LockerJammed),
        typeof(IncidentResolved), typeof(NoteTaken), typeof(CompensationOffered), typeof(CompensationGiven),
        typeof(Departed), typeof(EntryCorrected), typeof(Undone), typeof(Voided),
        typeof(DetailsSeen), typeof(RecordsJoined), typeof(RecordsParted),
        typeof(DataErased), typeof(DataHeld), typeof(HoldLifted), typeof(PeriodHeld), typeof(PeriodHoldLifted), typeof(RecordsDestroyed),
        typeof(DetailsChanged), typeof(DataRequested), typeof(RequestSettled),
        typeof(FollowUpOpened), typeof(FollowUpAssigned), typeof(FollowUpRescheduled), typeof(FollowUpProgressed), typeof(FollowUpFinished),
        typeof(FollowUpDropped), typeof(FollowUpPublished), typeof(FollowUpUnpublished),
        typeof(ComplaintReceived), typeof(ComplaintVerified), typeof(ComplaintAnswered), typeof(InformationAsked),
        typeof(ComplainantReplied), typeof(ComplaintResolved), typeof(ComplaintEscalated), typeof(ComplaintClosed),
        typeof(SoftcopyAsked), typeof(SoftcopyPrepared), typeof(SoftcopyDelivered), typeof(SoftcopyFetched), typeof(SoftcopyDeclined),
        typeof(SoftcopyExpired), typeof(SoftcopyCalledBack), typeof(SoftcopyRated),
        typeof(AppointmentMade), typeof(AppointmentMoved), typeof(AppointmentCancelled), typeof(AppointmentKept),
        typeof(AppointmentMissed));
}
