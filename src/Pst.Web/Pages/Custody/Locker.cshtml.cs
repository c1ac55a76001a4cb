using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pst.Domain;
using Pst.Web.Access;
using Pst.Web.Pages.Forms;

namespace Pst.Web.Pages.Custody;

/// <summary>Takes a locker out of use, with the reason, or brings it back.</summary>
[Authorize(Policies.SetLockers)]
public sealed class LockerModel(OfficeForms forms) : PageModel
{
    [TempData] public string? Refusal { get; set; }

    public IActionResult OnGet() => RedirectToPage("/Custody/Index");

    public async Task<IActionResult> OnPostAsync(Locker locker, [FromForm(Name = "_act")] string? act, CancellationToken cancel)
    {
        if (!ModelState.IsValid) return NotFound();
        Refusal = act == "back"
            ? await forms.PutBackInOrderAsync(HttpContext, locker, cancel)
            : await forms.PutOutOfOrderAsync(HttpContext, locker, cancel);
        return RedirectToPage("/Custody/Index");
    }
}
