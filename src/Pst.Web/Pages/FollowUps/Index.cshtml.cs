using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pst.Domain;
using Pst.Projections;
using Pst.Web.Access;
using Pst.Web.Pages.Home;

namespace Pst.Web.Pages.FollowUps;

/// <summary>What an office does about what it was told: what is overdue first. Whoever belongs to no office chooses one.</summary>
[Authorize(Policies.SeeReports)]
public sealed class IndexModel(OfficeDoor door, OfficeDirectory directory, FollowUpReads reads, TimeProvider clock) : PageModel
{
    static readonly string[] States = ["overdue", "underway", "finished", "dropped"];

    public OpenOffice? Office { get; private set; }
    public IReadOnlyList<FollowUpItem> Items { get; private set; } = [];
    public IReadOnlyList<(OfficeCode Code, string Name)> Offices { get; private set; } = [];
    public DateOnly Today { get; private set; }
    public bool MayAct => User.ToCaller()!.Role.May(Act.FollowUp);

    /// <summary>The parts of the list that have any, with the names of their titles.</summary>
    public IEnumerable<(string Title, IReadOnlyList<FollowUpItem> Items)> Parts =>
        States.Select(it => (it, (IReadOnlyList<FollowUpItem>)[.. Items.Where(item => item.StateOn(Today) == it)]))
            .Where(it => it.Item2.Count > 0);

    public async Task<IActionResult> OnGetAsync(OfficeCode? office, CancellationToken cancel)
    {
        Office = await door.OpenAsync(User.ToCaller()!, office, cancel);
        if (Office is null)
        {
            Offices = await directory.ListAsync(cancel);
            return office is null && User.ToCaller()!.Office is null && ModelState.IsValid ? Page() : NotFound();
        }
        Today = Office.Zone.Day(clock.GetUtcNow());
        Items = await reads.ListAsync(Office.Code, cancel);
        return Page();
    }
}
