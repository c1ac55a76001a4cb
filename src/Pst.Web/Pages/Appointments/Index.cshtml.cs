using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pst.Domain;
using Pst.Projections;
using Pst.Web.Access;
using Pst.Web.Appointments;
using Pst.Web.Pages.Forms;
using Pst.Web.Pages.Home;

namespace Pst.Web.Pages.Appointments;

/// <summary>Whom the office awaits today and in the days that come, by code and first name; that somebody looks is recorded.</summary>
[Authorize(Policies.SeeVisitors)]
public sealed class IndexModel(
    OfficeDoor door, OfficeDirectory directory, AppointmentReads reads, AppointmentForms forms, AppointmentLinks links, TimeProvider clock)
    : PageModel
{
    public OpenOffice? Office { get; private set; }
    public IReadOnlyList<(OfficeCode Code, string Name)> Offices { get; private set; } = [];
    public IReadOnlyList<IGrouping<DateOnly, AppointmentLine>> Days { get; private set; } = [];
    public IReadOnlyDictionary<AppointmentId, string> Names { get; private set; } = new Dictionary<AppointmentId, string>();
    public DateOnly Today { get; private set; }
    public FormAnswer Answer { get; private set; } = new FormAnswer.Blank();
    public bool MayCancel => User.ToCaller() is { Office: not null, Role: var role } && role.MayBook("cancel");
    public ServiceHours Hours => Office!.State.Hours;

    public string CodeOf(AppointmentLine line) => links.CodeOf(Office!.Code, line.Id);

    public async Task<IActionResult> OnGetAsync(OfficeCode? office, CancellationToken cancel)
    {
        var caller = User.ToCaller()!;
        Office = await door.OpenAsync(caller, office, cancel);
        if (Office is null)
        {
            Offices = await directory.ListAsync(cancel);
            return office is null && caller.Office is null && ModelState.IsValid ? Page() : NotFound();
        }
        Today = Office.Zone.Day(clock.GetUtcNow());
        var lines = await reads.AwaitedAsync(Office.Code, Today, Today.AddDays(AppointmentFacts.MostDays), cancel);
        Names = await reads.FirstNamesAsync(Office.Code, [.. lines.Select(it => it.Id)], caller, cancel);
        Days = [.. lines.GroupBy(it => it.Slot.Day)];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(
        OfficeCode office, [FromForm(Name = "_appointment")] AppointmentId appointment, CancellationToken cancel)
    {
        if (!ModelState.IsValid || !User.ToCaller()!.Sees(office)) return NotFound();
        if (await forms.SendAsync(Request, User.ToCaller()!, office, appointment, "cancel", cancel) is not { } answer)
            return RedirectToPage(new { office });
        Answer = answer;
        return await OnGetAsync(office, cancel);
    }
}
