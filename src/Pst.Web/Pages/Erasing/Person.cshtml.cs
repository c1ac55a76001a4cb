using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pst.Domain;
using Pst.Web.Access;
using Pst.Web.Erasing;
using Pst.Web.Pages.Forms;

namespace Pst.Web.Pages.Erasing;

/// <summary>Where a supervisor has a person forgotten, or held. Who it is shows elsewhere, to those who open it.</summary>
[Authorize(Policies.EraseData)]
public sealed class PersonModel(OfficeDoor door, PersonStandings standings, ErasureForms forms) : PageModel
{
    [BindProperty(SupportsGet = true)] public VisitorId Visitor { get; set; }

    public PersonStanding Standing { get; private set; } = null!;
    public string? Refusal { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid || await door.OpenAsync(User.ToCaller()!, null, cancel) is not { } office
            || await standings.OfAsync(office.Code, office.State, Visitor, cancel) is not { } found)
            return NotFound();
        Standing = found;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromForm(Name = "_do")] string? act, CancellationToken cancel)
    {
        var form = await FormFields.ReadAsync(Request, cancel);
        if (await OnGetAsync(cancel) is not PageResult) return NotFound();
        Refusal = await forms.SendAsync(User.ToCaller()!, Visitor, act, form, cancel);
        return Refusal is null ? RedirectToPage() : Page();
    }
}
