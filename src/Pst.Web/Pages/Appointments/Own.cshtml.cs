using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Pst.Domain;
using Pst.Web.Access;
using Pst.Web.Appointments;
using Pst.Web.Pages.Forms;
using Pst.Web.Writing;

namespace Pst.Web.Pages.Appointments;

/// <summary>One's own appointment: code, QR, the ways to move and to cancel it. Who holds its address is its owner.</summary>
[AllowAnonymous, EnableRateLimiting(Limits.Kiosk)]
public sealed class OwnModel(
    OfficeMemory offices, AppointmentReads reads, AppointmentForms forms, AppointmentLinks links, AppointmentLetters letters,
    PublicAddress address) : PageModel
{
    static readonly string[] Commands = ["move", "cancel"];

    [BindProperty(SupportsGet = true)] public string Token { get; set; } = "";
    [BindProperty(Name = "hari", SupportsGet = true)] public DateOnly? Day { get; set; }

    public OpenOffice Open { get; private set; } = null!;
    public AppointmentView It { get; private set; } = null!;
    public SlotChoice Choice { get; private set; } = null!;
    public FormAnswer Answer { get; private set; } = new FormAnswer.Blank();
    public string Link => address.Of(Request, links.PathOf(Open.Code, It.Id));
    public string Code => links.CodeOf(Open.Code, It.Id);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (links.Read(Token) is not var (office, id) || await offices.FindAsync(office, cancel) is not { } state
            || await reads.ShowAsync(office, id, cancel) is not { } found) return NotFound();
        if (User.ToCaller()?.Role == Role.Kiosk) return LocalRedirect($"/kios/janji?kode={Token}");
        (Open, It) = (new(office, state), found);
        Choice = await SlotChoice.OfAsync(reads, Open, $"/j/{Token}", Day, cancel);
        return Page();
    }

    public async Task<IActionResult> OnGetCalendarAsync(CancellationToken cancel) =>
        await OnGetAsync(cancel) is PageResult && It.IsAwaited
            ? File(
                Encoding.UTF8.GetBytes(letters.CalendarOf(It, Link, Code, Open.State.Details)), "text/calendar; charset=utf-8", "janji.ics")
            : NotFound();

    public async Task<IActionResult> OnPostAsync([FromForm(Name = "_do")] string? command, CancellationToken cancel)
    {
        if (links.Read(Token) is not var (office, id) || !Commands.Contains(command)) return NotFound();
        if (await forms.SendAsync(Request, AppointmentForms.Booker(office), office, id, command!, cancel) is not { } answer)
            return RedirectToPage(new { Token });
        Answer = answer;
        return await OnGetAsync(cancel);
    }
}
