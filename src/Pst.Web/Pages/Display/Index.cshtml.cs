using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pst.Domain;
using Pst.Web.Access;

namespace Pst.Web.Pages.Display;

/// <summary>The screen on the wall: who is called, how many wait, what is promised. For devices and people of the office.</summary>
[Authorize(Policies.Display)]
public sealed class IndexModel(OfficeDoor door, DisplayReads display) : PageModel
{
    public DisplayView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(OfficeCode? office, CancellationToken cancel)
    {
        if (!ModelState.IsValid || await door.OpenAsync(User.ToCaller()!, office, cancel) is not { State.Local.InUse.Display: true } open)
            return NotFound();
        if (office is null) return RedirectToPage(new { office = open.Code });

        View = await display.ShowAsync(open, cancel);
        return Page();
    }
}
