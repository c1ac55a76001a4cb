using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pst.Domain;
using Pst.Projections;
using Pst.Web.Access;

namespace Pst.Web.Pages.Desk;

/// <summary>Who a visitor is. It is first recorded that somebody looked, then shown; so it takes a button, not a glance.</summary>
[Authorize(Policies.SeeVisitors)]
public sealed class VisitorModel(OfficeDoor door, Visits visits, VisitorReads files, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)] public VisitId Visit { get; set; }

    public VisitView View { get; private set; } = null!;
    public Zone Zone { get; private set; }

    /// <summary>Null until opened.</summary>
    public OpenedFile? Opened { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await FindAsync(cancel) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { Visitor: { } visitor }) return NotFound();
        Opened = await files.OpenAsync(User.ToCaller()!.Office!.Value, View, visitor, User.ToCaller()!, cancel);
        return Page();
    }

    async Task<VisitView?> FindAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid || await door.OpenAsync(User.ToCaller()!, null, cancel) is not { } office) return null;
        Zone = office.Zone;
        return View = (await visits.FindAsync(office.Code, office.State, Visit, VisitMoment.Now, clock.GetUtcNow(), cancel))!;
    }
}
