using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pst.Domain;
using Pst.Projections;
using Pst.Web.Access;

namespace Pst.Web.Pages.Custody;

/// <summary>The sheet of a closed day, to print and sign: what was counted and recorded, what stays and why, and who closed it.</summary>
[Authorize(Policies.SeeCustody)]
public sealed class SheetModel(OfficeDoor door, DayReads days, Visits visits, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)] public DateOnly Day { get; set; }

    public OpenOffice Office { get; private set; } = null!;

    /// <summary>Null where the day was not closed by itself.</summary>
    public Closing? Closing { get; private set; }

    /// <summary>By which people find each other, of what stayed.</summary>
    public IReadOnlyDictionary<VisitId, Ticket?> Tickets { get; private set; } = new Dictionary<VisitId, Ticket?>();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid || await door.OpenAsync(User.ToCaller()!, null, cancel) is not { } open) return NotFound();
        (Office, Closing) = (open, await days.ClosingAsync(open, Day, cancel));

        var found = new Dictionary<VisitId, Ticket?>();
        foreach (var visit in (Closing?.What.Kept ?? []).Select(it => it.Visit).Distinct())
            found[visit] = (await visits.FindAsync(open.Code, open.State, visit, VisitMoment.Now, clock.GetUtcNow(), cancel))?.Ticket;
        Tickets = found;
        return Page();
    }
}
