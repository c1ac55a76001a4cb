using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pst.Domain;
using Pst.Web.Access;
using Pst.Web.Pages.Standard;

namespace Pst.Web.Pages.Offices;

/// <summary>One of the standards that an office ever had, as the public read it.</summary>
[Authorize(Policies.SetOffices)]
public sealed class AdoptedModel(OfficeDrafts drafts, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)] public OfficeCode Office { get; set; }
    [BindProperty(SupportsGet = true)] public DateOnly From { get; set; }

    public PublicStandard Shown { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid || await drafts.OpenAsync(User.ToCaller()!, Office, cancel) is not { State: var state }) return NotFound();
        if (state.Standards.FirstOrDefault(it => it.EffectiveFrom == From) is not { } standard) return NotFound();
        Shown = PublicStandard.Of(state, clock.GetUtcNow()) with { Standard = standard };
        return Page();
    }
}
