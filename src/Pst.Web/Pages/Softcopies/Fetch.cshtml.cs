using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Pst.Domain;
using Pst.Projections;
using Pst.Web.Pages.Forms;
using Pst.Web.Softcopies;

namespace Pst.Web.Pages.Softcopies;

/// <summary>Where a softcopy is fetched with the address from the mail. A look fetches nothing: mail programs look by themselves.</summary>
[AllowAnonymous, EnableRateLimiting(Limits.Kiosk)]
public sealed class FetchModel(SoftcopyLinks links, SoftcopyReads reads, SoftcopyForms forms, SelfCopies copies)
    : PageModel
{
    [BindProperty(SupportsGet = true)] public string Token { get; set; } = "";

    public SoftcopyView It { get; private set; } = null!;

    /// <summary>Its visitor waits for it, and it is on its way.</summary>
    public bool IsBeingMade { get; private set; }

    public FormAnswer Answer { get; private set; } = new FormAnswer.Blank();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (links.ReadDelivery(Token) is not var (office, request) || await reads.FindAsync(office, request, cancel) is not { } found)
            return NotFound();
        It = found;
        IsBeingMade = found.Line.Row is { Asked.Way: SoftcopyWay.Self, Stage: SoftcopyStage.Asked }
            && copies.Begin(Request, office, request);
        if (found.Line.Row.Stage == SoftcopyStage.CalledBack) Response.StatusCode = StatusCodes.Status410Gone;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await OnGetAsync(cancel) is NotFoundResult nowhere) return nowhere;
        var (path, answer) = await forms.FetchAsync(Request, It.Line.Row.Asked.Number.Office, It.Line, cancel);
        if (path is not null) return PhysicalFile(path, "application/pdf", $"{It.Line.Row.Asked.Number}.pdf");
        Answer = answer!;
        return Page();
    }

    /// <summary>How it went, once.</summary>
    public async Task<IActionResult> OnPostRateAsync(CancellationToken cancel)
    {
        if (await OnGetAsync(cancel) is NotFoundResult nowhere) return nowhere;
        if (await forms.RateAsync(Request, It.Line.Row.Asked.Number.Office, It.Line, cancel) is not { } answer)
            return Redirect($"/ambil/{Token}");
        Answer = answer;
        return Page();
    }
}
