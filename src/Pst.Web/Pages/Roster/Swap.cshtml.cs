using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pst.Web.Access;
using Pst.Web.Pages.Forms;

namespace Pst.Web.Pages.Roster;

/// <summary>Lets two officers take each other's day.</summary>
[Authorize(Policies.SetDuties)]
public sealed class SwapModel(OfficeForms forms) : PageModel
{
    [TempData] public string? Refusal { get; set; }

    public IActionResult OnGet() => RedirectToPage("/Roster/Index");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Refusal = await forms.SwapDutiesAsync(HttpContext, cancel);
        return RedirectToPage("/Roster/Index");
    }
}
