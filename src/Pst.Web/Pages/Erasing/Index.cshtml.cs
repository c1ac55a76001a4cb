using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pst.Domain;
using Pst.Web.Access;
using Pst.Web.Pages.Forms;
using Pst.Web.Pages.Home;

namespace Pst.Web.Pages.Erasing;

/// <summary>What the schedule destroys soon, what is withheld from it, and the Berita Acara of what it destroyed.</summary>
[Authorize(Policies.SeeErasures)]
public sealed class IndexModel(OfficeDoor door, OfficeDirectory directory, RetentionReads reads, ErasureForms forms) : PageModel
{
    public OpenOffice? Office { get; private set; }
    public IReadOnlyList<(OfficeCode Code, string Name)> Offices { get; private set; } = [];
    public UpcomingDestruction Upcoming { get; private set; } = new([], 0);
    public Retention State { get; private set; } = Retention.Initial;
    public IReadOnlyList<BeritaAcara> Made { get; private set; } = [];
    public IReadOnlyList<VisitorId> Held { get; private set; } = [];
    public string? Refusal { get; private set; }
    public bool MayAct => Office is { Code: var code } && User.ToCaller() is { } it && it.Role.May(Act.EraseData) && it.Office == code;

    public async Task<IActionResult> OnGetAsync(OfficeCode? office, CancellationToken cancel)
    {
        Office = await door.OpenAsync(User.ToCaller()!, office, cancel);
        if (Office is null)
        {
            Offices = await directory.ListAsync(cancel);
            return office is null && User.ToCaller()!.Office is null && ModelState.IsValid ? Page() : NotFound();
        }
        (Upcoming, (State, Made)) = (await reads.UpcomingAsync(Office, cancel), await reads.StandingAsync(Office.Code, cancel));
        Held = await reads.HeldAsync(Office.Code, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromForm(Name = "_do")] string? act, OfficeCode? office, CancellationToken cancel)
    {
        var form = await FormFields.ReadAsync(Request, cancel);
        if (await OnGetAsync(office, cancel) is not PageResult || !MayAct) return NotFound();
        Refusal = await forms.SendAsync(User.ToCaller()!, act, form, cancel);
        return Refusal is null ? RedirectToPage() : Page();
    }
}
