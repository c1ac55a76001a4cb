using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pst.Domain;
using Pst.Web.Access;
using Pst.Web.Pages.Forms;
using Pst.Web.Softcopies;

namespace Pst.Web.Pages.Desk;

/// <summary>Takes the scanner's file for the visitor at the desk and hands it over; what is refused shows where the hand is.</summary>
[Authorize(Policies.Serve), RequestSizeLimit(MostBytes)]
public sealed class ScanModel(DeskScans scans, DeskReads desks) : PageModel
{
    const long MostBytes = 120 * 1024 * 1024;

    [BindProperty(Name = "_request")] public SoftcopyId Asked { get; set; }

    public DeskView Desk { get; private set; } = null!;

    public IActionResult OnGet(VisitId visit) => ModelState.IsValid ? RedirectToPage("/Desk/Index", new { visit }) : NotFound();

    public async Task<IActionResult> OnPostAsync(VisitId visit, CancellationToken cancel)
    {
        if (!ModelState.IsValid) return NotFound();
        var answer = await scans.HandOverAsync(HttpContext, visit, Asked, cancel);
        if (answer.IsDone) return RedirectToPage("/Desk/Index", new { visit });
        if (await desks.ShowAsync(User.ToCaller()!, visit, Seat.Of(HttpContext), cancel) is not { } desk) return NotFound();
        var sent = await FormFields.ReadAsync(Request, cancel);
        Desk = desk with { Pressed = "scan_softcopy", Answer = answer, Sent = sent, Scan = Asked };
        return Page();
    }
}
