using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pst.Domain;
using Pst.Projections;
using Pst.Web.Access;
using Pst.Web.Writing;

namespace Pst.Web.Pages.Kiosk;

/// <summary>Step 3: the number, when it will be one's turn at the latest, and what to do until then.</summary>
[Authorize(Policies.Kiosk)]
public sealed class TicketModel(Visits visits, OfficeMemory offices, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)] public VisitId Visit { get; set; }

    public OfficeState State { get; private set; } = null!;
    public VisitView View { get; private set; } = null!;

    /// <summary>The one that the visit is judged by.</summary>
    public Domain.Standard Standard => State.StandardOn(State.Hours.LocalDay(View.ArrivedAt))!;

    public DateOnly Today => State.Hours.LocalDay(clock.GetUtcNow());

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var office = User.ToCaller()!.Office!.Value;
        if (!ModelState.IsValid || await offices.FindAsync(office, cancel) is not { } state) return NotFound();
        if (await visits.FindAsync(office, state, Visit, VisitMoment.Now, clock.GetUtcNow(), cancel) is not { } view) return NotFound();

        (State, View) = (state, view);
        return Page();
    }
}
