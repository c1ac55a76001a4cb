using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Pst.Domain;
using Pst.Web.Access;
using Pst.Web.Pages.Forms;
using Pst.Web.Writing;

namespace Pst.Web.Pages.Kiosk;

/// <summary>Step 1: a visitor arrives, with one tap on what they came for.</summary>
[Authorize(Policies.Kiosk), EnableRateLimiting(Limits.Kiosk)]
public sealed class IndexModel(VisitForms forms, OfficeMemory offices, TimeProvider clock) : PageModel
{
    [BindProperty(Name = "_visit")] public VisitId Visit { get; set; } = new(Guid.CreateVersion7());

    /// <summary>Whether the visitor before is done, or has gone away.</summary>
    [BindProperty(Name = "awal", SupportsGet = true)] public bool StartsOver { get; set; }

    public ArrivalForm Form { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!StartsOver || User.ToCaller()!.Device is null) return await ShowAsync(new FormAnswer.Blank(), cancel);
        Response.Cookies.Delete(Languages.Cookie); // the next visitor begins in Indonesian
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid) return BadRequest();
        var answer = await forms.SendAsync(HttpContext, Visit, "arrive", cancel);
        return answer.IsDone ? RedirectToPage("/Kiosk/Guestbook", new { Visit }) : await ShowAsync(answer, cancel);
    }

    async Task<IActionResult> ShowAsync(FormAnswer answer, CancellationToken cancel)
    {
        var (caller, now) = (User.ToCaller()!, clock.GetUtcNow());
        if (await offices.FindAsync(caller.Office!.Value, cancel) is not { } state) return NotFound();
        Form = new(state, Visit, answer, caller.Role.MayOverride("arrive") && !state.Hours.Admits(now), now);
        return Page();
    }
}
