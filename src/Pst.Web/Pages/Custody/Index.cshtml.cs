using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pst.Domain;
using Pst.Projections;
using Pst.Web.Access;
using Pst.Web.Vault;

namespace Pst.Web.Pages.Custody;

/// <summary>What the front office holds: lockers as they stand in the room, and cards, the longest held first.</summary>
[Authorize(Policies.SeeCustody)]
public sealed class IndexModel(OfficeDoor door, CustodyBoard board, VisitorFile file, DayReads days, TimeProvider clock) : PageModel
{
    public OpenOffice Office { get; private set; } = null!;
    public CustodyView View { get; private set; } = null!;

    /// <summary>The last characters of the cards' numbers, by commitment.</summary>
    public IReadOnlyDictionary<string, string> Tails { get; private set; } = new Dictionary<string, string>();

    public DateOnly Today => Office.State.Hours.LocalDay(clock.GetUtcNow());

    /// <summary>How the last day was closed; null where nothing is left of it.</summary>
    public Closing? Last { get; private set; }

    public bool HasOvernight => View.Ids.Any(it => it.Overdue) || View.Taken.Any(IsOverdue);
    public bool IsOverdue(LockerLine line) => Office.Zone.Day(line.Since!.Value) < Today;
    public bool MaySet => User.ToCaller()!.Role.May(Act.SetLockers);

    /// <summary>What was refused just now.</summary>
    [TempData] public string? Refusal { get; set; }

    public async Task<IActionResult> OnGetAsync(OfficeCode? office, CancellationToken cancel)
    {
        if (!ModelState.IsValid || await door.OpenAsync(User.ToCaller()!, office, cancel) is not { } open) return NotFound();

        Office = open;
        View = await board.ShowAsync(open.Code, open.State, clock.GetUtcNow(), cancel);
        View = View with { Incidents = await file.ToldAsync(open.Code, View.Incidents, User.ToCaller()!, cancel) };
        Last = HasOvernight ? await days.LastAsync(open, cancel) : null;
        Tails = await file.TailsAsync(open.Code, [.. View.Ids.Select(it => it.Commitment)], User.ToCaller()!, cancel);
        return Page();
    }
}
