using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pst.Domain;
using Pst.Web.Access;
using Pst.Web.Pages.Display;

namespace Pst.Web.Pages.TimeMachine;

/// <summary>The screen on the wall as it was at a past moment.</summary>
[Authorize(Policies.SeePast)]
public sealed class DisplayModel(OfficeDoor door, PastReads reads, TimeProvider clock) : PageModel
{
    public PastView Past { get; private set; } = null!;
    public DisplayView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(OfficeCode office, CancellationToken cancel)
    {
        if (!ModelState.IsValid || await door.OpenAsync(User.ToCaller()!, office, cancel) is not { } open
            || PastAsked.Of(Request.Query, open.Zone.Day(clock.GetUtcNow())) is not { } asked)
            return NotFound();

        Past = await reads.ShowAsync(open, asked, cancel);
        View = await reads.DisplayAsync(Past, cancel);
        return View.Office.State.Local.InUse.Display ? Page() : NotFound();
    }
}
