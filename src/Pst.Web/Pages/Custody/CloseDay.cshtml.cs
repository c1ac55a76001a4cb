using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pst.Web.Access;
using Pst.Web.Pages.Forms;

namespace Pst.Web.Pages.Custody;

/// <summary>Ends a day; what cannot be ended stands on the board.</summary>
[Authorize(Policies.CloseDay)]
public sealed class CloseDayModel(OfficeForms forms) : PageModel
{
    [TempData] public string? Refusal { get; set; }

    public IActionResult OnGet() => RedirectToPage("/Custody/Index");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Refusal = await forms.CloseDayAsync(HttpContext, cancel);
        return RedirectToPage("/Custody/Index");
    }
}
