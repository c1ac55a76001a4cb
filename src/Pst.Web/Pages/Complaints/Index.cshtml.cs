using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pst.Domain;
using Pst.Projections;
using Pst.Web.Access;
using Pst.Web.Pages.Home;

namespace Pst.Web.Pages.Complaints;

/// <summary>An office's complaints: what is due first, what waits for its complainant, and what ended in the last year.</summary>
[Authorize(Policies.SeeComplaints)]
public sealed class IndexModel(
    OfficeDoor door, OfficeDirectory directory, ComplaintBoard complaints, TimeProvider clock) : PageModel
{
    public OpenOffice? Office { get; private set; }
    public IReadOnlyList<(OfficeCode Code, string Name)> Offices { get; private set; } = [];
    public IReadOnlyList<(string Title, IReadOnlyList<ComplaintLine> Lines)> Parts { get; private set; } = [];
    public DateTimeOffset Now { get; } = clock.GetUtcNow();
    public bool MayRecord => User.ToCaller()! is { Office: not null, Role: var role } && role.MayComplain("receive");

    public async Task<IActionResult> OnGetAsync(OfficeCode? office, CancellationToken cancel)
    {
        Office = await door.OpenAsync(User.ToCaller()!, office, cancel);
        if (Office is null)
        {
            Offices = await directory.ListAsync(cancel);
            return office is null && User.ToCaller()!.Office is null && ModelState.IsValid ? Page() : NotFound();
        }
        var today = Office.Zone.Day(Now);
        var open = await complaints.OpenAsync(Office.Code, cancel);
        var year = await complaints.ReceivedAsync(Office.Code, today.AddYears(-1), today, cancel);
        Parts =
        [
            ("overdue", [.. open.Where(it => it.Row.IsOverdue(today))]),
            ("underway", [.. open.Where(it => it.Row.Due >= today && it.Row.WaitsUntil is null)]),
            ("waiting", [.. open.Where(it => it.Row.WaitsUntil is not null && !it.Row.IsOverdue(today))]),
            ("closed", [.. year.Where(it => !it.Row.IsOpen)]),
        ];
        return Page();
    }
}
