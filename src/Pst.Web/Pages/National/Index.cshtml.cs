using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pst.Domain;
using Pst.Projections;
using Pst.Web.Access;
using Pst.Web.Pages.Charts;
using Pst.Web.Pages.Home;

namespace Pst.Web.Pages.National;

/// <summary>How do all offices stand beside each other? For those who belong to none; whoever belongs to one sees that one.</summary>
[Authorize(Policies.SeeNation)]
public sealed class IndexModel(
    Statistics statistics, ComplaintCounts complaints, OfficeDirectory directory, TimeProvider clock) : PageModel
{
    [BindProperty(Name = "posisi", SupportsGet = true)] public long? Position { get; set; }
    [BindProperty(Name = "urut", SupportsGet = true)] public string? Sort { get; set; }
    [BindProperty(Name = "turun", SupportsGet = true)] public bool IsDown { get; set; }

    public NationalView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var caller = User.ToCaller()!;
        if (caller.Office is not null) return LocalRedirect(caller.Role.May(Act.SeeReports) ? "/ringkasan" : "/");
        if (!ModelState.IsValid) return NotFound();
        var now = clock.GetUtcNow();
        var choice = PeriodChoice.Of(Request.Query, Zone.Jakarta.Day(now), PeriodChoice.Year);
        var names = (await directory.ListAsync(cancel)).ToDictionary(it => it.Code, it => it.Name);
        var figures = await statistics.NationalAsync(choice.Period.From, choice.Period.To, Position, now, cancel);
        var told = await complaints.NationalAsync(choice.Period.From, choice.Period.To, figures.Computed, cancel);
        var by = Words.TryRead<SortedBy>(Sort, out var asked) ? asked : SortedBy.Kantor;
        View = NationalView.Of(choice, figures, told, names, by, IsDown, caller.Role.May(Act.SeeReports));
        return Page();
    }
}
