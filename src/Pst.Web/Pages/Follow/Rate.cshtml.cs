using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Pst.Web.Access;
using Pst.Web.Pages.Forms;

namespace Pst.Web.Pages.Follow;

/// <summary>The visitor's judgement from the own phone, once. Who holds the ticket's link is the visitor.</summary>
[AllowAnonymous, EnableRateLimiting(Limits.Kiosk)]
public sealed class RateModel(FollowReads follow, VisitForms forms) : PageModel
{
    [BindProperty(SupportsGet = true)] public string Token { get; set; } = "";

    /// <summary>Whether the nine elements are shown.</summary>
    [BindProperty(Name = "rinci", SupportsGet = true)] public bool Detailed { get; set; }

    public FollowView View { get; private set; } = null!;
    public FormAnswer Answer { get; private set; } = new FormAnswer.Blank();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid || await follow.ShowAsync(Token, cancel) is not { } view) return NotFound();
        View = view;
        return view.MayRate || Answer.IsDone ? Page() : RedirectToPage("/Follow/Index", new { Token });
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid || await follow.ShowAsync(Token, cancel) is not { } view) return NotFound();
        View = view;
        var visitor = new Caller("ticket", Role.Visitor, view.Office.Code);
        Answer = await forms.SendAsync(visitor, view.Visit.Id, "rate", await FormFields.ReadAsync(Request, cancel), cancel);
        return Page();
    }
}
