using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pst.Domain;
using Pst.Projections;
using Pst.Web.Access;
using Pst.Web.Pages.Forms;

namespace Pst.Web.Pages.Desk;

/// <summary>Says that a visitor is the one of another record, or is not after all.</summary>
[Authorize(Policies.JoinRecords)]
public sealed class RecordsModel(OfficeDoor door, Visits visits, VisitorRecords records, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)] public VisitId Visit { get; set; }

    public VisitView View { get; private set; } = null!;
    public bool IsJoined { get; private set; }
    public string? Refusal { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await FindAsync(cancel) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(string? act, string? contact, CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { } record) return NotFound();
        var (caller, form) = (User.ToCaller()!, await FormFields.ReadAsync(Request, cancel));
        Refusal = act == "part"
            ? await records.PartAsync(caller, record, form, cancel) : await records.JoinAsync(caller, record, contact, form, cancel);
        return Refusal is null ? RedirectToPage() : Page();
    }

    async Task<VisitorId?> FindAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid || await door.OpenAsync(User.ToCaller()!, null, cancel) is not { } office) return null;
        if (await visits.FindAsync(office.Code, office.State, Visit, VisitMoment.Now, clock.GetUtcNow(), cancel)
            is not { Visitor: { } visitor } view)
            return null;
        (View, IsJoined) = (view, await records.IsJoinedAsync(office.Code, visitor, cancel));
        return visitor;
    }
}
