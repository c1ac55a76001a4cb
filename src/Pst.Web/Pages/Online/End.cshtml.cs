using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Pst.Web.Online;

namespace Pst.Web.Pages.Online;

/// <summary>Ends an online visit, and leads to its rating; at a PST's computer it only lets go of the visit.</summary>
[AllowAnonymous, EnableRateLimiting(Limits.Kiosk)]
public sealed class EndModel(LibraryVisits library, OnlineVisits online) : PageModel
{
    public IActionResult OnGet() => LocalRedirect("/pustaka");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await library.OfAsync(HttpContext, cancel) is not { } visit) return LocalRedirect("/pustaka");
        await online.EndAsync(HttpContext, visit, cancel);
        return LocalRedirect(RatingOf(visit) ?? "/pustaka");
    }

    /// <summary>Where somebody who leaves is asked how it was; null where nothing is to be asked.</summary>
    internal static string? RatingOf(LibraryVisit visit) =>
        visit is { IsOnline: true, Visit: { ServedAt: not null, Rating: null } } ? $"/t/{visit.Token}/nilai" : null;
}
