using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Pst.Domain;
using Pst.Projections;
using Pst.Web.Pages.Forms;
using Pst.Web.Softcopies;

namespace Pst.Web.Pages.Softcopies;

/// <summary>How far one's own request is, and how it went. The file is not here: its address goes out by mail.</summary>
[AllowAnonymous, EnableRateLimiting(Limits.Kiosk)]
public sealed class FollowModel(SoftcopyLinks links, SoftcopyReads reads, SoftcopyForms forms) : PageModel
{
    [BindProperty(SupportsGet = true)] public string Token { get; set; } = "";

    public SoftcopyView It { get; private set; } = null!;

    /// <summary>Why it was declined or called back; null where it was not, or that was erased.</summary>
    public string? Reason { get; private set; }

    public FormAnswer Answer { get; private set; } = new FormAnswer.Blank();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (links.ReadRequest(Token) is not var (office, request) || await reads.FindAsync(office, request, cancel) is not { } found)
            return NotFound();
        (It, Reason) = (found, await reads.ReasonToRequesterAsync(office, found.Line, cancel));
        return Page();
    }

    /// <summary>How it went, once.</summary>
    public async Task<IActionResult> OnPostRateAsync(CancellationToken cancel)
    {
        if (await OnGetAsync(cancel) is NotFoundResult nowhere) return nowhere;
        if (await forms.RateAsync(Request, It.Line.Row.Asked.Number.Office, It.Line, cancel) is not { } answer)
            return Redirect($"/s/{Token}");
        Answer = answer;
        return Page();
    }
}
