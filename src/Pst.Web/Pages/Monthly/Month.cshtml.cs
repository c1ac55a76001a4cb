using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pst.Domain;
using Pst.Web.Access;
using Pst.Web.Monthly;

namespace Pst.Web.Pages.Monthly;

/// <summary>
/// One month as it is handed in: the newest kept report, an older one (<c>?terbit=1</c>), or the figures at a position (<c>?posisi=N</c>).
/// </summary>
[Authorize(Policies.SeeReports)]
public sealed class MonthModel(MonthDoor door, MonthMaking making, ProofLinks proofs, PublicAddress address) : PageModel
{
    public MonthView View { get; private set; } = null!;

    /// <summary>What came of making it anew: null before, false where no figure has changed.</summary>
    public bool? IsMade { get; private set; }

    public bool MayMake => User.ToCaller()!.Role.May(Act.MakeReports);

    public MonthPaper Paper => new(
        View.Report, View.Kept is { } kept ? (kept.Issue, kept.Made) : null, address.Of(Request, proofs.PathOf(View.Report)), View.Files);

    public async Task<IActionResult> OnGetAsync(
        OfficeCode office, MonthName month, [FromQuery(Name = "terbit")] int? issue, [FromQuery(Name = "posisi")] long? position,
        CancellationToken cancel)
    {
        if (!ModelState.IsValid || await door.OpenAsync(User.ToCaller()!, office, month, issue, position, cancel) is not { } view)
            return NotFound();
        View = view;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(OfficeCode office, MonthName month, CancellationToken cancel)
    {
        var caller = User.ToCaller()!;
        if (!MayMake || await OnGetAsync(office, month, null, null, cancel) is not PageResult page) return NotFound();
        IsMade = View.Newest is { } newest ? await making.ReviseAsync(View.Office.State, newest, caller.Id, cancel)
            : View.IsOver && await making.MakeAsync(office, View.Office.State, month.Period, caller.Id, cancel);
        return IsMade is true ? Redirect($"/laporan/{office}/{month}") : page;
    }
}
