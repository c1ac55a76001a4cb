using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Pst.Web.Online;

namespace Pst.Web.Pages.Online;

/// <summary>At a PST's computer, or on one's own phone there: what is used belongs to the visit of the ticket.</summary>
[AllowAnonymous, EnableRateLimiting(Limits.Kiosk)]
public sealed class TicketModel(LibraryVisits library) : PageModel
{
    public bool IsUnknown { get; private set; }

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(string? ticket, CancellationToken cancel)
    {
        if (await library.JoinAsync(HttpContext, ticket, cancel)) return LocalRedirect("/pustaka");
        IsUnknown = true;
        return Page();
    }
}
