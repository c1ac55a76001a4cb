using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pst.Web.Access;
using Pst.Web.Identity;
using Pst.Web.Pages.Forms;

namespace Pst.Web.Pages.Roster;

/// <summary>Says who is on duty on which day.</summary>
[Authorize(Policies.SetDuties)]
public sealed class PlanModel(OfficeForms forms, Officers officers) : PageModel
{
    [TempData] public string? Refusal { get; set; }

    public IActionResult OnGet() => RedirectToPage("/Roster/Index");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var people = await officers.OfAsync(User.ToCaller()!.Office!.Value, cancel);
        Refusal = await forms.PlanDutiesAsync(HttpContext, [.. people.Select(it => it.Id)], cancel);
        return RedirectToPage("/Roster/Index");
    }
}
