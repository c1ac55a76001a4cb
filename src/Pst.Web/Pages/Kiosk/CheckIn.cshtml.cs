using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Pst.Domain;
using Pst.Web.Access;
using Pst.Web.Appointments;
using Pst.Web.Pages.Forms;
using Pst.Web.Writing;

namespace Pst.Web.Pages.Kiosk;

/// <summary>Step 1 for somebody with an appointment: its code in the place of the choice of what they came for.</summary>
[Authorize(Policies.Kiosk), EnableRateLimiting(Limits.Kiosk)]
public sealed class CheckInModel(CheckIns checkIns, OfficeMemory offices) : PageModel
{
    [BindProperty(Name = "kode", SupportsGet = true)] public string? Typed { get; set; }

    public OfficeState State { get; private set; } = null!;
    public FormAnswer Answer { get; private set; } = new FormAnswer.Blank();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await offices.FindAsync(User.ToCaller()!.Office!.Value, cancel) is not { } state) return NotFound();
        State = state;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var (visit, answer) = await checkIns.SendAsync(HttpContext, Typed, cancel);
        if (visit is { } begun) return RedirectToPage("/Kiosk/Guestbook", new { Visit = begun });
        Answer = answer;
        return await OnGetAsync(cancel);
    }
}
