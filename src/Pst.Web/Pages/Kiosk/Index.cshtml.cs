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

    public OfficeState State { get; private set; } = null!;
    public FormAnswer Answer { get; private set; } = new FormAnswer.Blank();
    public bool IsOpen => State.Hours.IsOpen(clock.GetUtcNow());
    public DateTimeOffset? NextOpening => State.Hours.NextOpening(clock.GetUtcNow());
    public bool IsAdmitting => State.Hours.Admits(clock.GetUtcNow());
    public bool MayOverride => !IsAdmitting && User.ToCaller()!.Role.MayOverride("arrive");

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await offices.FindAsync(User.ToCaller()!.Office!.Value, cancel) is not { } state) return NotFound();
        if (StartsOver && User.ToCaller()!.Device is not null)
        {
            Response.Cookies.Delete(Languages.Cookie); // the next visitor begins in Indonesian
            return RedirectToPage();
        }
        State = state;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid) return BadRequest();
        Answer = await forms.SendAsync(HttpContext, Visit, "arrive", cancel);
        return Answer.IsDone ? RedirectToPage("/Kiosk/Guestbook", new { Visit }) : await OnGetAsync(cancel);
    }
}
