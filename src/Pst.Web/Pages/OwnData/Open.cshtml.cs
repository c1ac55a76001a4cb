using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Pst.Web.OwnData;

namespace Pst.Web.Pages.OwnData;

/// <summary>The link from the email. It is taken by a press, not by a look: programs that read mails open links before people do.</summary>
[AllowAnonymous, EnableRateLimiting(Limits.Stranger)]
public sealed class OpenModel(OwnDataLinks links, OwnDataPasses passes) : PageModel
{
    [BindProperty(SupportsGet = true)] public string Secret { get; set; } = "";

    /// <summary>The link was used before, or its time has passed.</summary>
    public bool IsOver { get; private set; }

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await links.TakeAsync(Secret, cancel) is { } pass)
        {
            passes.Give(HttpContext, pass);
            return RedirectToPage("Index");
        }
        IsOver = true;
        return Page();
    }
}
