using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pst.Domain;
using Pst.Projections;
using Pst.Web.Access;
using Pst.Web.Pages.Charts;

namespace Pst.Web.Pages.Overview;

/// <summary>The complaints behind a figure, the last received first: what they are about and when, not who complained.</summary>
[Authorize(Policies.SeeComplaints)]
public sealed class ComplaintsModel(
    OfficeDoor door, Statistics statistics, ComplaintCounts complaints, TimeProvider clock) : PageModel
{
    [BindProperty(Name = "posisi", SupportsGet = true)] public long? Position { get; set; }

    public OpenOffice Office { get; private set; } = null!;
    public PeriodChoice Choice { get; private set; } = null!;
    public ComplaintsBehind Which { get; private set; } = null!;
    public IReadOnlyList<ComplaintFact> Found { get; private set; } = [];

    public bool SeesReports => User.ToCaller()!.Role.May(Act.SeeReports);

    public async Task<IActionResult> OnGetAsync(OfficeCode office, CancellationToken cancel)
    {
        if (!ModelState.IsValid || ComplaintsBehind.Of(Request.Query) is not { } which
            || await door.OpenAsync(User.ToCaller()!, office, cancel) is not { } open)
            return NotFound();
        var now = clock.GetUtcNow();
        (Office, Which, Choice) = (open, which, PeriodChoice.Of(Request.Query, open.Zone.Day(now)));
        var (period, computed) = (Choice.Period, await statistics.ComputedAsync(Position, now, cancel));
        var facts = await complaints.FactsAsync(open.Code, open.Zone, period.From, period.To, computed.Position, cancel);
        Found = [.. facts.Where(it => which.Includes(it, open.Zone.Day(computed.At))).Reverse()];
        return Page();
    }
}
