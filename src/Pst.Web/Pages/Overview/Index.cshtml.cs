using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pst.Domain;
using Pst.Web.Access;
using Pst.Web.Pages.Home;

namespace Pst.Web.Pages.Overview;

/// <summary>Does an office keep its promise: now, and over a period beside the one before? Whoever belongs to none chooses one.</summary>
[Authorize(Policies.SeeReports)]
public sealed class IndexModel(OfficeDoor door, OverviewReads reads, OfficeDirectory directory) : PageModel
{
    /// <summary>The position of the log that figures were told at before.</summary>
    [BindProperty(Name = "posisi", SupportsGet = true)] public long? Position { get; set; }

    /// <summary>Null where an office is yet to be chosen.</summary>
    public OverviewView? View { get; private set; }

    public IReadOnlyList<(OfficeCode Code, string Name)> Offices { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(OfficeCode? office, CancellationToken cancel)
    {
        var caller = User.ToCaller()!;
        if (!ModelState.IsValid) return NotFound();
        if (await door.OpenAsync(caller, office, cancel) is not { } open)
        {
            Offices = await directory.ListAsync(cancel);
            return office is null && caller.Office is null ? Page() : NotFound();
        }
        View = await reads.ShowAsync(open, caller, Request.Query, Position, cancel);
        return Page();
    }

    /// <summary>The part that is live.</summary>
    public async Task<IActionResult> OnGetNowAsync(OfficeCode? office, CancellationToken cancel) =>
        ModelState.IsValid && await door.OpenAsync(User.ToCaller()!, office, cancel) is { } open
            ? Partial("_Now", await reads.NowAsync(open, User.ToCaller()!, cancel)) : NotFound();
}
