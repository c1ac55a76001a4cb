using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Pst.Domain;
using Pst.Web.Access;
using Pst.Web.Pages.Forms;
using Pst.Web.Writing;

namespace Pst.Web.Pages.Kiosk;

/// <summary>Four faces with words: one tap is enough. The nine elements come first only for those who ask for them.</summary>
[Authorize(Policies.Kiosk), EnableRateLimiting(Limits.Kiosk)]
public sealed class RateModel(VisitForms forms, OfficeMemory offices) : PageModel
{
    [BindProperty(SupportsGet = true)] public VisitId Visit { get; set; }

    /// <summary>Whether the nine elements are shown.</summary>
    [BindProperty(Name = "rinci", SupportsGet = true)] public bool Detailed { get; set; }

    public OfficeState State { get; private set; } = null!;
    public FormAnswer Answer { get; private set; } = new FormAnswer.Blank();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid || await offices.FindAsync(User.ToCaller()!.Office!.Value, cancel) is not { } state) return NotFound();
        State = state;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Answer = await forms.SendAsync(HttpContext, Visit, "rate", cancel);
        return await OnGetAsync(cancel);
    }
}
