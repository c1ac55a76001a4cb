using Pst.Domain;
using Pst.Projections;
using Pst.Web.Access;
using Pst.Web.Pages.Forms;
using Pst.Web.Writing;

namespace Pst.Web.Pages.Desk;

/// <summary>
/// Calls whoever's turn it is. Two desks that press at once get two visitors: a call holds only for the visit as it was seen, and whom
/// another desk was faster with is passed over.
/// </summary>
public sealed class NextVisitor(VisitForms forms, OfficeMemory offices, QueueBoard queue, Visits visits, TimeProvider clock)
{
    /// <summary>The one who was called; null where nobody waits, or the form was sent before.</summary>
    public async Task<VisitId?> CallAsync(HttpContext http, CancellationToken cancel)
    {
        var (office, now) = (http.User.ToCaller()!.Office!.Value, clock.GetUtcNow());
        if (await offices.FindAsync(office, cancel) is not { } state) return null;

        var fields = await FormFields.ReadAsync(http.Request, cancel);
        var order = (await queue.ShowAsync(office, state, now, cancel)).Order;
        while (order.Next is { } next)
        {
            var seen = await visits.FindAsync(office, state, next.Visit, VisitMoment.Now, now, cancel);
            if (seen is not { Status: VisitStatus.Waiting, OutSince: null })
            {
                order = seen is { Status: VisitStatus.Called } ? order.After(next) : order.Without(next);
                continue;
            }
            var answer = await forms.SendAsync(http, next.Visit, "call", fields with { SeenVersion = seen.Version }, cancel);
            if (answer is FormAnswer.Said(FormAnswer.MovedOn, _)) continue; // something happened in between: look again
            return answer.IsDone ? next.Visit : null;
        }
        return null;
    }
}
