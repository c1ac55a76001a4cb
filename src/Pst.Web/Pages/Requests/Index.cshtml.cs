using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pst.Domain;
using Pst.Projections;
using Pst.Web.Access;

namespace Pst.Web.Pages.Requests;

/// <summary>What visitors ask about their own data, by what is left of the law's 3 × 24 hours. Nobody's name stands here.</summary>
[Authorize(Policies.SettleRequests)]
public sealed class IndexModel(OfficeDoor door, DataRequests requests, TimeProvider clock) : PageModel
{
    public OpenOffice Office { get; private set; } = null!;
    public IReadOnlyList<DataRequestLine> Lines { get; private set; } = [];
    public DateTimeOffset Now { get; private set; }

    public async Task<IActionResult> OnGetAsync(OfficeCode? office, CancellationToken cancel)
    {
        if (!ModelState.IsValid || await door.OpenAsync(User.ToCaller()!, office, cancel) is not { } open) return NotFound();
        (Office, Now) = (open, clock.GetUtcNow());
        Lines = await requests.ListAsync(open.Code, cancel);
        return Page();
    }
}
