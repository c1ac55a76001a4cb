using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pst.Domain;
using Pst.Web.Access;
using Pst.Web.Pages.Home;

namespace Pst.Web.Pages.Assessment;

/// <summary>What an assessment asks for, for a period, by one button. Whoever belongs to no office chooses one.</summary>
[Authorize(Policies.SeeReports)]
public sealed class IndexModel(EvidenceDoor door, OfficeDirectory directory) : PageModel
{
    public EvidenceView? View { get; private set; }
    public IReadOnlyList<(OfficeCode Code, string Name)> Offices { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(OfficeCode? office, [FromQuery(Name = "posisi")] long? position, CancellationToken cancel)
    {
        if (!ModelState.IsValid) return NotFound();
        View = await door.OpenAsync(User.ToCaller()!, office, Request.Query, position, cancel);
        if (View is not null) return Page();

        Offices = await directory.ListAsync(cancel);
        return office is null && User.ToCaller()!.Office is null ? Page() : NotFound();
    }
}
