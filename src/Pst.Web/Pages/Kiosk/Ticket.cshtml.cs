using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pst.Domain;
using Pst.Projections;
using Pst.Web.Access;
using Pst.Web.Pages.Follow;
using Pst.Web.Writing;

namespace Pst.Web.Pages.Kiosk;

/// <summary>Step 3: the number, when it will be one's turn at the latest, and what to do until then.</summary>
[Authorize(Policies.Kiosk)]
public sealed class TicketModel(Visits visits, OfficeMemory offices, TicketLinks links, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)] public VisitId Visit { get; set; }

    public OfficeState State { get; private set; } = null!;
    public VisitView View { get; private set; } = null!;
    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    /// <summary>The one that the visit is judged by.</summary>
    public Domain.Standard Standard => State.StandardOn(State.Hours.LocalDay(View.ArrivedAt))!;

    /// <summary>Where the visitor follows the visit.</summary>
    public string Link => links.Of(Request, User.ToCaller()!.Office!.Value, Visit);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var office = User.ToCaller()!.Office!.Value;
        if (!ModelState.IsValid || await offices.FindAsync(office, cancel) is not { } state) return NotFound();
        if (await visits.FindAsync(office, state, Visit, VisitMoment.Now, Now, cancel) is not { Ticket: not null } view) return NotFound();

        (State, View) = (state, view);
        return Page();
    }
}
