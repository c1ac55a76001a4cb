using System.Diagnostics;

namespace Pst.Domain;

using static Visit;
using static VisitCommand;
using static VisitRefusal;

/// <summary>The rules of a visit: one line a command; each command's method stands in the partial file of its phase.</summary>
public static partial class VisitDecider
{
    /// <summary>What follows when this is asked of such a visit; the facts are those of the office at that moment.</summary>
    public static Decision<VisitEvent> Decide(VisitCommand command, Visit visit, VisitFacts facts) => (command, visit) switch
    {
        (Arrive asked, NotArrived) => Arrive(asked, facts),
        (Arrive _, _) => new AlreadyArrived(),
        (_, NotArrived) => new NotFound(),
        (_, Begun begun) => Decide(command, begun, facts),
        _ => new VisitClosed(),
    };

    static Decision<VisitEvent> Decide(VisitCommand command, Begun visit, VisitFacts facts) => (command, visit) switch
    {
        (Correct asked, _) => Correct(asked, visit),
        (VisitCommand.Void asked, _) => new Voided(asked.Reason),
        (Rate asked, _) => Rate(asked, visit, facts),
        (Undo asked, _) => Undo(asked, facts),
        (ResolveIncident asked, _) => ResolveIncident(asked, visit.Stay),
        (TakeNote asked, _) => new NoteTaken(asked.Note),
        (OfferCompensation _, _) => OfferCompensation(visit, facts),
        (GiveCompensation _, _) => GiveCompensation(visit.Stay),
        (_, Ended) => new VisitClosed(),
        (Depart asked, _) => Depart(asked, visit),
        (CloseUnended _, _) => CloseUnended(visit.Stay),

        (SignGuestbook asked, AwaitingGuestbook) => SignGuestbook(asked, visit.Stay, facts),
        (SignGuestbook _, _) => new GuestbookAlreadySigned(),
        (_, AwaitingGuestbook) => new GuestbookNotSigned(),

        (Call or Serve, { Stay.IsOut: true }) => new VisitorOut(),
        (Serve asked, AwaitingService) => new Served(asked.Desk),
        (Serve, _) => new AlreadyServed(),
        (RecordReading asked, _) => RecordReading(asked, visit, facts),
        (SearchCatalogue, _) => visit is InService ? new CatalogueSearched() : new NotServed(),
        (RequestSoftcopy asked, _) => RequestSoftcopy(asked, visit, facts),
        (DownloadSoftcopy asked, _) => DownloadSoftcopy(asked, visit, facts),
        (_, { Stay.Channel: Channel.Online }) => new OfflineOnly(),

        (HoldId asked, _) => HoldId(asked, visit.Stay, facts),
        (AssignLocker asked, _) => AssignLocker(asked, visit.Stay, facts),
        (ReleaseLocker asked, _) => ReleaseLocker(asked, visit.Stay),
        (ReturnId asked, _) => ReturnId(asked, visit.Stay),

        (ReportLostId asked, _) => ReportLostId(asked, visit.Stay),
        (HandOverId asked, _) => HandOverId(asked, visit.Stay),
        (ReportLeftBag asked, _) => ReportLeftBag(asked, visit.Stay),
        (ReportJammedLocker asked, _) => ReportJammedLocker(asked, visit.Stay),

        (Call asked, AwaitingService) => new Called(asked.Desk),
        (Skip, _) => visit is AwaitingService { Place: QueuePlace.Called } ? new Skipped() : new NotCalled(),
        (Requeue, _) => visit is AwaitingService { Place: QueuePlace.Skipped } ? new Requeued() : new NotSkipped(),
        (Transfer asked, AwaitingService) => new Transferred(asked.Service, new(asked.Service, facts.NextTicket)),
        (Call or Transfer, _) => new AlreadyServed(),

        (EndService, InService { HasDesk: var hasDesk }) => hasDesk ? new ServiceEnded() : new ServiceAlreadyEnded(),
        (EndService, _) => new NotServed(),
        (StepOut, _) => visit.Stay.IsOut ? new VisitorOut() : new SteppedOut(),
        (ComeBack, _) => visit.Stay.IsOut ? new CameBack() : new VisitorNotOut(),

        (MakeCopies asked, _) => MakeCopies(asked, visit, facts),
        (ScanSoftcopy asked, _) => ScanSoftcopy(asked, visit, facts),

        _ => throw new UnreachableException($"No rule for {command}."),
    };

    // What happens in a visit happens under the standard that it arrived under; without one it could not have arrived.
    static Standard StandardOf(VisitFacts facts) =>
        facts.Standard ?? throw new UnreachableException("No standard for a visit that arrived.");
}
