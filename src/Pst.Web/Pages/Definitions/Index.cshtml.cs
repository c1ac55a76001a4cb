using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pst.Domain;
using Pst.Projections;
using Pst.Web.Access;
using Pst.Web.Pages.Charts;
using Pst.Web.Pages.Overview;

namespace Pst.Web.Pages.Definitions;

/// <summary>What each figure means, what it leaves out and how many in a period, and the way back to the events.</summary>
[Authorize(Policies.SeeReports)]
public sealed class IndexModel(OfficeDoor door, Statistics statistics, ComplaintCounts complaints, TimeProvider clock) : PageModel
{
    /// <summary>Null for those who belong to no office and name none: the definitions are the same.</summary>
    public OpenOffice? Office { get; private set; }

    public PeriodChoice Choice { get; private set; } = null!;
    public Figures Total { get; private set; } = Figures.None;
    public ComplaintSums Complaints { get; private set; } = ComplaintSums.None;

    public async Task<IActionResult> OnGetAsync(OfficeCode? office, CancellationToken cancel)
    {
        var (caller, now) = (User.ToCaller()!, clock.GetUtcNow());
        Office = await door.OpenAsync(caller, office, cancel);
        if (!ModelState.IsValid || (office is not null && Office is null)) return NotFound();
        Choice = PeriodChoice.Of(Request.Query, (Office?.Zone ?? Zone.Jakarta).Day(now));
        var period = Choice.Period;
        if (Office is { } open)
        {
            var figures = await statistics.OfAsync(open.Code, open.State, period.From, period.To, null, now, cancel);
            var told = await complaints.OfAsync(open.Code, open.Zone, period.From, period.To, figures.Computed, cancel);
            (Total, Complaints) = (figures.Total, told.Total);
        }
        return Page();
    }

    /// <summary>As the reader may see it; null where it is hidden.</summary>
    public int? Shown(Figure figure) =>
        SmallCells.Shown(Total[figure], OverviewView.SeesSmall(User.ToCaller()!, Office!.Code));
}
