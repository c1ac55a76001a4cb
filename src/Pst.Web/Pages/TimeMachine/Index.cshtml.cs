using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pst.Domain;
using Pst.Web.Access;
using Pst.Web.Pages.Home;

namespace Pst.Web.Pages.TimeMachine;

/// <summary>The office at a past moment: as it was, or as staff saw it. Whoever belongs to no office chooses one.</summary>
[Authorize(Policies.SeePast)]
public sealed class IndexModel(OfficeDoor door, OfficeDirectory directory, PastReads reads, TimeProvider clock) : PageModel
{
    /// <summary>Null where an office is yet to be chosen.</summary>
    public PastView? View { get; private set; }

    public IReadOnlyList<(OfficeCode Code, string Name)> Offices { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(OfficeCode? office, CancellationToken cancel)
    {
        View = await FindAsync(office, cancel);
        if (View is not null) return Page();
        if (office is not null || User.ToCaller()!.Office is not null || !ModelState.IsValid) return NotFound();
        Offices = await directory.ListAsync(cancel);
        return Page();
    }

    /// <summary>The moment alone, for who plays the day.</summary>
    public async Task<IActionResult> OnGetFrameAsync(OfficeCode? office, CancellationToken cancel) =>
        await FindAsync(office, cancel) is { } view ? Partial("_Moment", view) : NotFound();

    async Task<PastView?> FindAsync(OfficeCode? office, CancellationToken cancel) =>
        ModelState.IsValid && await door.OpenAsync(User.ToCaller()!, office, cancel) is { } open
        && PastAsked.Of(Request.Query, open.Zone.Day(clock.GetUtcNow())) is { } asked
            ? await reads.ShowAsync(open, asked, cancel) : null;
}
