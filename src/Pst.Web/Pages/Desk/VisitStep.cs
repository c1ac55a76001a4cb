using Pst.Domain;
using Pst.Projections;

namespace Pst.Web.Pages.Desk;

/// <summary>A step of a visit, in the order that the office's own standard gives.</summary>
/// <param name="Command">By which it is done.</param>
/// <param name="DoneAt">Null for one that is still to come.</param>
/// <param name="IsExtra">The decree does not name it; the office does it anyway.</param>
public sealed record VisitStep(string Command, bool IsDone, DateTimeOffset? DoneAt, bool IsExtra)
{
    static readonly string[] Leaving = ["release_locker", "return_id", "depart"];

    /// <summary>Done and still to come. What the visitor did without (a locker, a rating) is neither.</summary>
    public static IReadOnlyList<VisitStep> Of(VisitView visit, Domain.Standard standard)
    {
        var named = standard.Procedure.Offline.Select(it => CommandOf(it.Step)).Distinct().ToList();
        var order = named.Except(Leaving).Concat(Leaving);
        var extra = named.Contains("depart") ? [] : Leaving[..^1];
        return [.. order.Select(it => Of(it, visit, extra.Contains(it))).OfType<VisitStep>()];
    }

    // What was promised as use of publications begins with service.
    static string CommandOf(string step) => step is "use_printed" or "use_digital" ? "serve" : step;

    static VisitStep? Of(string command, VisitView visit, bool isExtra)
    {
        var first = visit.Cards is [{ IsGone: false } held, ..] ? held : null;
        var (isDone, at, isToCome) = command switch
        {
            "arrive" => (true, visit.ArrivedAt, false),
            "sign_guestbook" => (visit.GuestbookAt is not null, visit.GuestbookAt, true),
            "hold_id" => (first is not null, first?.Since, visit.ServedAt is null),
            "assign_locker" => (visit.Locker is not null, first?.LockerSince, visit.ServedAt is null),
            "serve" => (visit.ServedAt is not null, visit.ServedAt, true),
            "rate" => (visit.Rating is not null, null, true),
            "release_locker" => (false, null, visit.Cards.Any(it => it.Locker is not null)),
            "return_id" => (false, null, visit.Cards.Any(it => !it.IsGone)),
            "depart" => (visit.Status == VisitStatus.Departed, visit.DepartedAt, true),
            _ => ((bool, DateTimeOffset?, bool))(false, null, false),
        };
        var isOver = visit.Status is VisitStatus.Departed or VisitStatus.Voided;
        return isDone || (isToCome && !isOver) ? new(command, isDone, at, isExtra) : null;
    }
}
