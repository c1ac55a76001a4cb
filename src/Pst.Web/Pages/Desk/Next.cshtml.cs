using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pst.Domain;
using Pst.Projections;
using Pst.Web.Access;
using Pst.Web.Pages.Forms;
using Pst.Web.Writing;

namespace Pst.Web.Pages.Desk;

/// <summary>
/// Calls whoever is first in the queue. Two desks that press at once get two visitors: a call holds only for the visit as it was seen.
/// </summary>
[Authorize(Policies.Serve)]
public sealed class NextModel(VisitForms forms, OfficeMemory offices, QueueBoard queue, Visits visits, TimeProvider clock) : PageModel
{
    public IActionResult OnGet() => RedirectToPage("/Desk/Index");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var (office, now) = (User.ToCaller()!.Office!.Value, clock.GetUtcNow());
        if (await offices.FindAsync(office, cancel) is not { } state) return NotFound();

        var fields = await FormFields.ReadAsync(Request, cancel);
        foreach (var line in (await queue.ShowAsync(office, state, now, cancel)).Waiting)
        {
            var seen = await visits.FindAsync(office, state, line.Visit, VisitMoment.Now, now, cancel);
            if (seen is not { Status: VisitStatus.Waiting, Channel: Channel.Offline }) continue;
            switch (await forms.SendAsync(HttpContext, line.Visit, "call", fields with { SeenVersion = seen.Version }, cancel))
            {
                case FormAnswer.Done: return RedirectToPage("/Desk/Index", new { visit = line.Visit });
                case FormAnswer.Said("form.moved_on", _): continue; // another desk was faster
                default: return RedirectToPage("/Desk/Index"); // the second tap on one button
            }
        }
        return RedirectToPage("/Desk/Index");
    }
}
