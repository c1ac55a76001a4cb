using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pst.Domain;

namespace Pst.Web.Pages.Home;

/// <summary>Where everybody begins.</summary>
[AllowAnonymous]
public sealed class IndexModel(OfficeDirectory directory) : PageModel
{
    public IReadOnlyList<(OfficeCode Code, string Name)> Offices { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) => Offices = await directory.ListAsync(cancel);
}
