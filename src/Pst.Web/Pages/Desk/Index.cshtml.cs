using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pst.Domain;
using Pst.Web.Access;

namespace Pst.Web.Pages.Desk;

/// <summary>The clerk's screen: the queue, and the visitor who is being dealt with.</summary>
[Authorize(Policies.Serve)]
public sealed class IndexModel(DeskReads desks) : PageModel
{
    public DeskView Desk { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(VisitId? visit, CancellationToken cancel)
    {
        if (!ModelState.IsValid || await desks.ShowAsync(User.ToCaller()!, visit, Seat.Of(HttpContext), cancel) is not { } desk)
            return NotFound();
        Desk = desk;
        return Page();
    }

    /// <summary>Takes another seat.</summary>
    public IActionResult OnPost(VisitId? visit, [FromForm(Name = "_desk")] string? seat)
    {
        if (Domain.Desk.TryParse(seat, null, out var desk)) Seat.Take(HttpContext, desk.Name);
        return RedirectToPage(new { visit });
    }
}
