using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Pst.Web.Pages.Follow;

/// <summary>One's place in the queue on one's own phone, by the link of the ticket: no account, and nobody's name.</summary>
[AllowAnonymous]
public sealed class IndexModel(FollowReads follow) : PageModel
{
    public FollowLink Link { get; private set; } = null!;

    /// <summary>Null as long as the kiosk that gave the link has not been able to send the visit.</summary>
    public FollowView? View { get; private set; }

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken cancel)
    {
        if (await follow.OpenAsync(token, cancel) is not { } link) return NotFound();
        (Link, View) = (link, await follow.ShowAsync(token, cancel));
        return Page();
    }
}
