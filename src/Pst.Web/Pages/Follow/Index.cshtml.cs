using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Pst.Web.Pages.Follow;

/// <summary>One's place in the queue on one's own phone, by the link of the ticket: no account, and nobody's name.</summary>
[AllowAnonymous]
public sealed class IndexModel(FollowReads follow) : PageModel
{
    public FollowView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken cancel)
    {
        if (await follow.ShowAsync(token, cancel) is not { } view) return NotFound();
        View = view;
        return Page();
    }
}
