using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Pst.Web.Pages.Door;

/// <summary>Where the code at the door leads: to a visit of one's own, as long as the code still stands there.</summary>
[AllowAnonymous]
public sealed class ScanModel(DoorCodes codes) : PageModel
{
    public IActionResult OnGet(string code) => LocalRedirect(codes.PassFor(code) is { } pass ? $"/tamu/{pass}" : DoorSteps.Over);
}
