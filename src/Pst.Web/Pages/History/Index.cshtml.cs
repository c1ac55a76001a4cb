using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pst.Domain;
using Pst.Projections;
using Pst.Web.Access;
using Pst.Web.Pages.Home;

namespace Pst.Web.Pages.History;

/// <summary>An office's visits, the last arrived first. Whoever belongs to no office chooses one.</summary>
[Authorize(Policies.SeeVisits)]
public sealed class IndexModel(OfficeDoor door, OfficeDirectory directory, Visits visits, TimeProvider clock) : PageModel
{
    [BindProperty(Name = "dari", SupportsGet = true)] public DateOnly? From { get; set; }
    [BindProperty(Name = "sampai", SupportsGet = true)] public DateOnly? To { get; set; }
    [BindProperty(Name = "nomor", SupportsGet = true)] public Ticket? Ticket { get; set; }
    [BindProperty(Name = "setelah", SupportsGet = true)] public VisitCursor? After { get; set; }

    public OpenOffice? Office { get; private set; }
    public VisitPage Visits { get; private set; } = new([], null);
    public IReadOnlyList<(OfficeCode Code, string Name)> Offices { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(OfficeCode? office, CancellationToken cancel)
    {
        Office = await door.OpenAsync(User.ToCaller()!, office, cancel);
        if (Office is null)
        {
            Offices = await directory.ListAsync(cancel);
            return office is null && User.ToCaller()!.Office is null && ModelState.IsValid ? Page() : NotFound();
        }
        Visits = await visits.ListAsync(
            Office.Code, Office.State, new(From, To, Ticket: Ticket, After: After), clock.GetUtcNow(), cancel);
        return Page();
    }
}
