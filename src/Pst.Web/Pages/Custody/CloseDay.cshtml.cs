using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pst.Web.Access;
using Pst.Web.Pages.Forms;

namespace Pst.Web.Pages.Custody;

/// <summary>Closing a day, step by step: who is still here, what is still held, what was counted. It ends with the sheet.</summary>
[Authorize(Policies.CloseDay)]
public sealed class CloseDayModel(OfficeDoor door, DayReads days, DayForm form, TimeProvider clock) : PageModel
{
    [BindProperty(Name = "tanggal", SupportsGet = true)] public DateOnly? Asked { get; set; }

    public OpenOffice Office { get; private set; } = null!;
    public DayView View { get; private set; } = null!;
    public DateTimeOffset Now { get; } = clock.GetUtcNow();
    public DateOnly Today => Office.State.Hours.LocalDay(Now);
    public FormAnswer Answer { get; private set; } = new FormAnswer.Blank();

    /// <summary>What was sent; a refusal does not cost it.</summary>
    public FormFields? Sent { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid || await door.OpenAsync(User.ToCaller()!, null, cancel) is not { } open) return NotFound();
        Office = open;
        View = await days.ShowAsync(open, Asked is { } day && day < Today ? day : Today, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromForm(Name = "date")] DateOnly date, CancellationToken cancel)
    {
        Sent = await FormFields.ReadAsync(Request, cancel);
        if (await form.SendAsync(User.ToCaller()!, Sent, cancel) is not { } answer)
            return RedirectToPage("/Custody/Sheet", new { day = $"{date:O}" });
        (Answer, Asked) = (answer, date);
        return await OnGetAsync(cancel);
    }
}
