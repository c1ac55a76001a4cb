using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Pst.Web.VisitorAccounts;

namespace Pst.Web.Pages.VisitorAccounts;

/// <summary>The link from the mail by which a visitor signs in, by a press.</summary>
[AllowAnonymous, EnableRateLimiting(Limits.SignIn)]
public sealed class LinkModel(SignIns signIns) : PageModel
{
    [BindProperty(SupportsGet = true)] public string Secret { get; set; } = "";

    public bool IsOver { get; private set; }

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await signIns.ByLinkAsync(Secret, cancel)) return LocalRedirect("/pustaka");
        IsOver = true;
        return Page();
    }
}
