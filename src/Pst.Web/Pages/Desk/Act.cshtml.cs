using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pst.Domain;
using Pst.Web.Access;
using Pst.Web.Pages.Forms;

namespace Pst.Web.Pages.Desk;

/// <summary>One button of the desk: sends its command, and shows what was refused where the hand is.</summary>
[Authorize(Policies.Serve)]
public sealed class ActModel(VisitForms forms, DeskReads desks) : PageModel
{
    public DeskView Desk { get; private set; } = null!;

    public IActionResult OnGet(VisitId visit) => ModelState.IsValid ? RedirectToPage("/Desk/Index", new { visit }) : NotFound();

    public async Task<IActionResult> OnPostAsync(VisitId visit, string command, CancellationToken cancel)
    {
        if (!ModelState.IsValid) return NotFound();
        var answer = await forms.SendAsync(HttpContext, visit, command, cancel);
        if (answer.IsDone) return RedirectToPage("/Desk/Index", new { visit });
        if (await desks.ShowAsync(User.ToCaller()!, visit, Seat.Of(HttpContext), cancel) is not { } desk) return NotFound();

        var sent = await FormFields.ReadAsync(Request, cancel);
        var item = sent["item"] ?? sent["incident"]; // of several alike forms the one that was sent
        Desk = desk with { Pressed = item is null ? command : $"{command}/{item}", Answer = answer, Sent = sent };
        return Page();
    }
}
