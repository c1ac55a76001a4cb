using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pst.Domain;
using Pst.Web.Access;
using Pst.Web.Pages.Forms;

namespace Pst.Web.Pages.Custody;

/// <summary>Ends an incident from the board, with how it ended.</summary>
[Authorize(Policies.Serve)]
public sealed class IncidentModel(VisitForms forms) : PageModel
{
    [TempData] public string? Refusal { get; set; }

    public IActionResult OnGet() => RedirectToPage("/Custody/Index");

    public async Task<IActionResult> OnPostAsync(VisitId visit, CancellationToken cancel)
    {
        if (!ModelState.IsValid) return NotFound();
        Refusal = (await forms.SendAsync(HttpContext, visit, "resolve_incident", cancel)).Told;
        return RedirectToPage("/Custody/Index");
    }
}
