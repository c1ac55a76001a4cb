using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pst.Domain;
using Pst.Projections;
using Pst.Web.Access;
using Pst.Web.Vault;

namespace Pst.Web.Pages.Custody;

/// <summary>Who is in the house now, for an evacuation: numbers for all to see, and names after it was recorded who looked.</summary>
[Authorize(Policies.SeeVisitors)]
public sealed class InsideModel(OfficeDoor door, InsideBoard board, VisitorFile file, TimeProvider clock) : PageModel
{
    public OpenOffice Office { get; private set; } = null!;
    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    /// <summary>Of today; who came earlier and is still open left a card or a bag, and is not here.</summary>
    public IReadOnlyList<InsideLine> Lines { get; private set; } = [];

    /// <summary>Null until opened.</summary>
    public IReadOnlyDictionary<VisitorId, VisitorDetails>? Names { get; private set; }

    public int People => Lines.Where(it => it.IsInside).Sum(it => it.PartySize);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await door.OpenAsync(User.ToCaller()!, null, cancel) is not { } open) return NotFound();
        var all = await board.ShowAsync(open.Code, cancel);
        (Office, Lines) = (open, [.. all.Where(it => it.Channel == Channel.Offline && open.Zone.Day(it.ArrivedAt) == open.Zone.Day(Now))]);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await OnGetAsync(cancel) is NotFoundResult none) return none;
        Names = await file.OpenAsync(
            Office.Code, [.. Lines.Select(it => it.Visitor).OfType<VisitorId>()], new(Seen.InsideList, SeenFor.Evacuation),
            User.ToCaller()!, cancel);
        return Page();
    }
}
