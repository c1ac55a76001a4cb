using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Pst.Web.Pages.Forms;
using Pst.Web.Pages.Kiosk;

namespace Pst.Web.Pages.Door;

/// <summary>Step 2 on one's own phone; after it the phone follows the visit.</summary>
[AllowAnonymous, EnableRateLimiting(Limits.Kiosk)]
public sealed class GuestbookModel(DoorSteps steps, ReturningVisitors returning, ReturningCodes codes) : PageModel
{
    [BindProperty(Name = "_contact")] public string? Contact { get; set; }
    [BindProperty(Name = "_code")] public string? Code { get; set; }
    [BindProperty(Name = "muda", SupportsGet = true)] public bool IsYoung { get; set; }

    public string Office { get; private set; } = "";
    public GuestbookForm Form { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string pass, CancellationToken cancel) =>
        await steps.FindAsync(pass, cancel) is { } step ? Show(step, new FormAnswer.Blank()) : LocalRedirect(DoorSteps.Over);

    public Task<IActionResult> OnPostReturningAsync(string pass, CancellationToken cancel) => OnGetAsync(pass, cancel);

    public async Task<IActionResult> OnPostCodeAsync(string pass, CancellationToken cancel)
    {
        if (await steps.FindAsync(pass, cancel) is not { } step) return LocalRedirect(DoorSteps.Over);
        return Show(step, new FormAnswer.Blank(), await codes.AskAsync(step.Pass.Office, Contact, Code, cancel));
    }

    public async Task<IActionResult> OnPostAsync(string pass, CancellationToken cancel)
    {
        if (await steps.FindAsync(pass, cancel) is not { } step) return LocalRedirect(DoorSteps.Over);
        var fields = await returning.CompleteAsync(step.Pass.Office, Contact, await FormFields.ReadAsync(Request, cancel), cancel);
        var answer = await steps.SendAsync(step.Pass, "sign_guestbook", fields, cancel);
        return answer.IsDone ? await OnGetAsync(pass, cancel) : Show(step, answer);
    }

    IActionResult Show(DoorStep step, FormAnswer answer, CodeAnswer? code = null)
    {
        if (step.Next != Request.Path) return LocalRedirect(step.Next);
        var standard = step.Office.StandardOn(step.Office.Hours.LocalDay(step.Now));
        Office = step.Office.Details.Name;
        var contact = code?.Ticket ?? Contact;
        Form = new(step.Next, standard, Request, answer, contact, returning.IsTicket(contact), IsYoung) { Code = code };
        return Page();
    }
}
