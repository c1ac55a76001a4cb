using Pst.Domain;
using Pst.Web.Access;
using Pst.Web.Pages.Live;
using Pst.Web.Sound;

namespace Pst.Web.Pages.Display;

/// <summary>What the display asks for beside its page: the news, and how a call sounds. For those who may open the page.</summary>
public static class DisplayRoutes
{
    public static void MapDisplay(this WebApplication app)
    {
        var display = app.MapGroup("/layar/{office}").RequireAuthorization(Policies.Display).ExcludeFromDescription();
        display.MapGet("/langsung", SendNewsAsync);
        display.MapGet("/suara/{ticket}/{desk}", SayAsync);
    }

    static async Task SendNewsAsync(HttpContext http, string office, OfficeDoor door, ScreenNews news, CancellationToken cancel)
    {
        if (await OpenAsync(http, office, door, cancel) is { } open) await news.SendAsync(http, open.Code, cancel);
        else http.Response.StatusCode = StatusCodes.Status404NotFound;
    }

    static async Task<IResult> SayAsync(
        HttpContext http, string office, string ticket, string desk, OfficeDoor door, CallSounds sounds, CancellationToken cancel)
    {
        if (!Ticket.TryParse(ticket, null, out var called) || !Domain.Desk.TryParse(desk, null, out var to)) return Results.NotFound();
        if (await OpenAsync(http, office, door, cancel) is not { State.Local.InUse.Voice: true }) return Results.NotFound();

        http.Response.Headers.CacheControl = "private, max-age=86400"; // the same words sound the same
        return Results.File(await sounds.OfAsync(called, to, cancel), "audio/wav");
    }

    static async Task<OpenOffice?> OpenAsync(HttpContext http, string office, OfficeDoor door, CancellationToken cancel) =>
        OfficeCode.TryParse(office, null, out var named)
        && await door.OpenAsync(http.User.ToCaller()!, named, cancel) is { State.Local.InUse.Display: true } open ? open : null;
}
