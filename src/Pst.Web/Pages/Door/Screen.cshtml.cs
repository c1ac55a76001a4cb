using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pst.Web.Access;
using Pst.Web.Pages.Live;

namespace Pst.Web.Pages.Door;

/// <summary>A screen at the door with the code that changes; it renews itself well within a code's time.</summary>
[Authorize(Policies.Kiosk)]
public sealed class ScreenModel(OfficeDoor door, DoorCodes codes, PublicAddress address, ScreenNews news, TimeProvider clock) : PageModel
{
    public OpenOffice Office { get; private set; } = null!;
    public DateTimeOffset Now { get; } = clock.GetUtcNow();
    public long Position { get; private set; }

    /// <summary>Where the code leads.</summary>
    public string Link => address.Of(Request, $"/d/{codes.CodeOf(Office.Code)}");

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Position = await news.PositionAsync(cancel);
        if (await door.OpenAsync(User.ToCaller()!, null, cancel) is not { } open) return NotFound();
        Office = open;
        return Page();
    }
}
