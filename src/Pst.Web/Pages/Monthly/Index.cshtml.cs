using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pst.Domain;
using Pst.Web.Access;
using Pst.Web.Monthly;

namespace Pst.Web.Pages.Monthly;

/// <summary>The office's reports that are kept, and the way to the month that is not over.</summary>
[Authorize(Policies.SeeReports)]
public sealed class IndexModel(OfficeDoor door, KeptReports kept, TimeProvider clock) : PageModel
{
    public OpenOffice Office { get; private set; } = null!;

    /// <summary>The newest month first, and in it the newest issue.</summary>
    public IReadOnlyList<KeptReport> Kept { get; private set; } = [];

    public MonthName Running => new(ReportPeriod.Of(PeriodKind.Month, Office.Zone.Day(clock.GetUtcNow())).From);

    public async Task<IActionResult> OnGetAsync(OfficeCode? office, CancellationToken cancel)
    {
        if (!ModelState.IsValid || await door.OpenAsync(User.ToCaller()!, office, cancel) is not { } open) return NotFound();
        (Office, Kept) = (open, await kept.OfOfficeAsync(open.Code, cancel));
        return Page();
    }
}
