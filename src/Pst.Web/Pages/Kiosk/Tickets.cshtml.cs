using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pst.Domain;
using Pst.Projections;
using Pst.Web.Access;
using Pst.Web.Writing;

namespace Pst.Web.Pages.Kiosk;

/// <summary>Whose rating is it? The numbers that were served today and not rated yet; never a name.</summary>
[Authorize(Policies.Kiosk)]
public sealed class TicketsModel(Visits visits, OfficeMemory offices, TimeProvider clock) : PageModel
{
    const int Most = 60;

    public OfficeState State { get; private set; } = null!;
    public IReadOnlyList<VisitView> Unrated { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var (office, now) = (User.ToCaller()!.Office!.Value, clock.GetUtcNow());
        if (await offices.FindAsync(office, cancel) is not { } state) return NotFound();

        State = state;
        var today = state.Hours.LocalDay(now);
        var page = await visits.ListAsync(office, state, new(From: today, To: today, Limit: Most), now, cancel);
        Unrated = [.. page.Items.Where(it => it is { Ticket: not null, ServedAt: not null, Rating: null, Status: not VisitStatus.Voided })];
        return Page();
    }
}
