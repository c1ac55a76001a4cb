using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pst.Domain;
using Pst.Web.Access;
using Pst.Web.Pages.Home;

namespace Pst.Web.Pages.Offices;

/// <summary>The offices that an administrator of all may set; another goes to the own one.</summary>
[Authorize(Policies.SetOffices)]
public sealed class IndexModel(OfficeDirectory directory) : PageModel
{
    public IReadOnlyList<(OfficeCode Code, string Name)> Offices { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (User.ToCaller()!.Office is { } mine) return LocalRedirect($"/kantor/{mine}");
        Offices = await directory.ListAsync(cancel);
        return Page();
    }
}
