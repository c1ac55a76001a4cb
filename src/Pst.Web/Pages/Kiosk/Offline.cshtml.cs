using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pst.Domain;
using Pst.Web.Access;
using Pst.Web.Pages.Follow;
using Pst.Web.Pages.Forms;
using Pst.Web.Writing;

namespace Pst.Web.Pages.Kiosk;

/// <summary>
/// What a kiosk shows while it has no line: all its steps in one page, fetched beforehand. It carries some visits that nobody has made yet,
/// each with the code of its link, so that a phone can follow what starts now and reaches the server later.
/// </summary>
[Authorize(Policies.Kiosk)]
public sealed class OfflineModel(OfficeMemory offices, TicketLinks links, TimeProvider clock) : PageModel
{
    const int InStock = 12;

    public ArrivalForm Arrival { get; private set; } = null!;
    public GuestbookForm Adult { get; private set; } = null!;
    public GuestbookForm Young => Adult with { IsYoung = true };

    /// <summary>Visits to come, and where each is followed.</summary>
    public IReadOnlyList<(VisitId Visit, string Link)> Stock { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var (office, now) = (User.ToCaller()!.Office!.Value, clock.GetUtcNow());
        if (await offices.FindAsync(office, cancel) is not { } state) return NotFound();

        var (none, standard) = (new FormAnswer.Blank(), state.StandardOn(state.Hours.LocalDay(now)));
        Arrival = new(state, default, none, MayOverride: false, now) { IsKept = true };
        Adult = new("", standard, Request, none, null, HasTicket: false, IsYoung: false) { IsKept = true };
        Stock = [.. Enumerable.Range(0, InStock)
            .Select(_ => new VisitId(Guid.CreateVersion7(now))).Select(it => (it, links.Of(Request, office, it)))];
        return Page();
    }
}
