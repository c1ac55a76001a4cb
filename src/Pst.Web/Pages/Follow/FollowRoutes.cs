using Pst.Web.Pages.Live;
using Pst.Web.Writing;

namespace Pst.Web.Pages.Follow;

/// <summary>The news for a visitor's phone: that something changed in the office, nothing else.</summary>
public static class FollowRoutes
{
    public static void MapFollowing(this WebApplication app) =>
        app.MapGet("/t/{token}/langsung", SendNewsAsync).AllowAnonymous().RequireRateLimiting(Limits.Follow).ExcludeFromDescription();

    static async Task SendNewsAsync(
        HttpContext http, string token, TicketLinks links, OfficeMemory offices, ScreenNews news, CancellationToken cancel)
    {
        if (links.Read(token) is var (office, _) && await offices.FindAsync(office, cancel) is not null)
            await news.SendAsync(http, office, cancel);
        else http.Response.StatusCode = StatusCodes.Status404NotFound;
    }
}
