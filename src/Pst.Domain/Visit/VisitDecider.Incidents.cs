namespace Pst.Domain;

using static VisitCommand;
using static VisitRefusal;

public static partial class VisitDecider
{
    static Decision<VisitEvent> ReportLostId(ReportLostId asked, Stay stay)
    {
        var item = stay.ItemOr(asked.Item);
        return stay.At(item).Card is null ? new IdNotHeld() : new IdLost(item, asked.Reason);
    }

    static Decision<VisitEvent> HandOverId(HandOverId asked, Stay stay)
    {
        var item = stay.ItemOr(asked.Item);
        return stay.At(item) switch
        {
            { Card: null } => new IdNotHeld(),
            { Locker: not null } => new LockerNotReleased(),
            _ => new IdHandedOver(item, asked.To, asked.Reason),
        };
    }

    static Decision<VisitEvent> ReportLeftBag(ReportLeftBag asked, Stay stay)
    {
        var item = stay.ItemOr(asked.Item);
        return stay.At(item).Locker is { } locker ? new BagLeft(locker, item, asked.Reason) : new NoLocker();
    }

    static Decision<VisitEvent> ReportJammedLocker(ReportJammedLocker asked, Stay stay)
    {
        var item = stay.ItemOr(asked.Item);
        return stay.At(item).Locker is { } locker ? new LockerJammed(locker, item, asked.Reason) : new NoLocker();
    }

    static Decision<VisitEvent> ResolveIncident(ResolveIncident asked, Stay stay) =>
        stay.Incidents.TryGetValue(asked.Incident, out var jammed)
            ? new IncidentResolved(asked.Incident, jammed, asked.Reason)
            : new IncidentNotOpen();
}
