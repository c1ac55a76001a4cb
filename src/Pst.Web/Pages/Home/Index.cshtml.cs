using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pst.Domain;
using Pst.Web.Access;

namespace Pst.Web.Pages.Home;

/// <summary>Where everybody begins.</summary>
[AllowAnonymous]
public sealed class IndexModel(OfficeDirectory directory) : PageModel
{
    public IReadOnlyList<(OfficeCode Code, string Name)> Offices { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (Menu.FirstOf(User.ToCaller()) is { } first) return LocalRedirect(first);
        Offices = await directory.ListAsync(cancel);
        return Page();
    }
}
