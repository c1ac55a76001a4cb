using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Pst.Web.Pages.Forms;
using Pst.Web.Pages.Kiosk;

namespace Pst.Web.Pages.Door;

/// <summary>Step 1 on one's own phone.</summary>
[AllowAnonymous, EnableRateLimiting(Limits.Kiosk)]
public sealed class ArriveModel(DoorSteps steps) : PageModel
{
    public ArrivalForm Form { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string pass, CancellationToken cancel) =>
        await steps.FindAsync(pass, cancel) is { } step ? Show(step, new FormAnswer.Blank()) : LocalRedirect(DoorSteps.Over);

    public async Task<IActionResult> OnPostAsync(string pass, CancellationToken cancel)
    {
        if (await steps.FindAsync(pass, cancel) is not { } step) return LocalRedirect(DoorSteps.Over);
        var answer = await steps.SendAsync(step.Pass, "arrive", await FormFields.ReadAsync(Request, cancel), cancel);
        return answer.IsDone ? RedirectToPage("/Door/Guestbook", new { pass }) : Show(step, answer);
    }

    IActionResult Show(DoorStep step, FormAnswer answer)
    {
        if (step.Next != Request.Path) return LocalRedirect(step.Next);
        Form = new(step.Office, step.Pass.Visit, answer, MayOverride: false, step.Now);
        return Page();
    }
}
