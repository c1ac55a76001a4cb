using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pst.Domain;
using Pst.Projections;
using Pst.Web.Access;
using Pst.Web.Pages.Charts;

namespace Pst.Web.Pages.Overview;

/// <summary>The visits behind a figure, the last arrived first; from here those who may go on to a visit's history.</summary>
[Authorize(Policies.SeeReports)]
public sealed class VisitsModel(OfficeDoor door, Statistics statistics, TimeProvider clock) : PageModel
{
    /// <summary>How many stand on one page.</summary>
    public const int Most = 100;

    [BindProperty(Name = "posisi", SupportsGet = true)] public long? Position { get; set; }
    [BindProperty(Name = "halaman", SupportsGet = true)] public int Sheet { get; set; } = 1;

    public OpenOffice Office { get; private set; } = null!;
    public PeriodChoice Choice { get; private set; } = null!;
    public VisitsBehind Which { get; private set; } = null!;
    public BehindList List { get; private set; } = null!;
    public Computed Computed { get; private set; } = null!;

    public bool SeesEvents => User.ToCaller()!.Role.May(Act.SeeEvents);

    public async Task<IActionResult> OnGetAsync(OfficeCode office, CancellationToken cancel)
    {
        var caller = User.ToCaller()!;
        if (!ModelState.IsValid || Sheet < 1 || VisitsBehind.Of(Request.Query) is not { } which
            || await door.OpenAsync(caller, office, cancel) is not { } open)
            return NotFound();
        var now = clock.GetUtcNow();
        (Office, Which, Choice) = (open, which, PeriodChoice.Of(Request.Query, open.Zone.Day(now)));
        var period = Choice.Period;
        var facts = await statistics.FactsAsync(open.Code, open.State, period.From, period.To, Position, now, cancel);
        (Computed, List) = (facts.Computed, BehindList.Of(facts, which, OverviewView.SeesSmall(caller, open.Code)));
        return Page();
    }
}
