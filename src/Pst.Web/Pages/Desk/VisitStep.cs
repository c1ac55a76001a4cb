using Pst.Domain;
using Pst.EventStore;
using Pst.Projections;

namespace Pst.Web.Pages.Desk;

/// <summary>A step of a visit, in the order that the office's own standard gives.</summary>
/// <param name="Command">By which it is done.</param>
/// <param name="DoneAt">Null for one that is still to come.</param>
/// <param name="IsExtra">The decree does not name it; the office does it anyway.</param>
public sealed record VisitStep(string Command, DateTimeOffset? DoneAt, bool IsExtra)
{
    public bool IsDone => DoneAt is not null;

    static readonly string[] Leaving = ["release_locker", "return_id", "depart"];

    /// <summary>Done and still to come. What the visitor did without (a locker, a rating) is neither.</summary>
    /// <param name="events">Those of the visit that still stand: by them one knows when a step was done.</param>
    public static IReadOnlyList<VisitStep> Of(VisitView visit, Domain.Standard standard, IReadOnlyList<StoredEvent> events)
    {
        var named = standard.Procedure.Offline.Select(it => CommandOf(it.Step)).Distinct().ToList();
        var order = named.Except(Leaving).Concat(Leaving);
        var extra = named.Contains("depart") ? [] : Leaving[..^1]; // a decree that names the departure tells of bag and card there
        return [.. order.Select(it => Of(it, visit, events, extra.Contains(it))).OfType<VisitStep>()];
    }

    // What was promised as use of publications begins with service.
    static string CommandOf(string step) => step is "use_printed" or "use_digital" ? "serve" : step;

    static VisitStep? Of(string command, VisitView visit, IReadOnlyList<StoredEvent> events, bool isExtra)
    {
        var (at, isToCome) = command switch
        {
            "arrive" => (visit.ArrivedAt, false),
            "sign_guestbook" => (visit.GuestbookAt, true),
            "hold_id" => (LastOf<IdHeld>(events), visit.ServedAt is null),
            "assign_locker" => (LastOf<LockerAssigned>(events), visit.ServedAt is null),
            "serve" => (visit.ServedAt, true),
            "rate" => (LastOf<Rated>(events), true),
            "release_locker" => visit.Cards.Any(it => it.Locker is not null) ? (null, true) : (LastOf<LockerReleased>(events), false),
            "return_id" => visit.Cards.Any(it => !it.IsGone) ? (null, true) : (LastOf<IdReturned>(events), false),
            "depart" => (visit.DepartedAt, true),
            _ => ((DateTimeOffset?)null, false),
        };
        var isOver = visit.Status is VisitStatus.Departed or VisitStatus.Voided;
        return at is not null || (isToCome && !isOver) ? new(command, at, isExtra) : null;
    }

    static DateTimeOffset? LastOf<TEvent>(IReadOnlyList<StoredEvent> events) where TEvent : VisitEvent =>
        events.LastOrDefault(it => it.Data is TEvent)?.Envelope.Occurred;
}
