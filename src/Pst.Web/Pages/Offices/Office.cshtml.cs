using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pst.Domain;
using Pst.Web.Access;

namespace Pst.Web.Pages.Offices;

/// <summary>One office: its parts, its standards since ever, its file.</summary>
[Authorize(Policies.SetOffices)]
public sealed class OfficeModel(OfficeDrafts drafts, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)] public OfficeCode Office { get; set; }

    public OfficeState State { get; private set; } = null!;
    public DateOnly Today { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid || await drafts.OpenAsync(User.ToCaller()!, Office, cancel) is not { State: var state }) return NotFound();
        (State, Today) = (state, state.Hours.LocalDay(clock.GetUtcNow()));
        return Page();
    }
}
