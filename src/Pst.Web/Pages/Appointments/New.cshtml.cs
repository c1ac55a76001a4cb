using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Pst.Domain;
using Pst.Web.Appointments;
using Pst.Web.Pages.Forms;
using Pst.Web.Writing;

namespace Pst.Web.Pages.Appointments;

/// <summary>Where anybody makes an appointment for a visit. Whoever made it goes on to its own page.</summary>
[AllowAnonymous, EnableRateLimiting(Limits.Stranger)]
public sealed class NewModel(OfficeMemory offices, AppointmentReads reads, AppointmentForms forms, AppointmentLinks links) : PageModel
{
    [BindProperty(SupportsGet = true)] public OfficeCode Office { get; set; }
    [BindProperty(Name = "hari", SupportsGet = true)] public DateOnly? Day { get; set; }
    [BindProperty(Name = "_appointment")] public AppointmentId Appointment { get; set; } = new(Guid.CreateVersion7());

    public OpenOffice Open { get; private set; } = null!;
    public SlotChoice Choice { get; private set; } = null!;
    public FormAnswer Answer { get; private set; } = new FormAnswer.Blank();

    /// <summary>As typed, where it did not get through.</summary>
    public IReadOnlyDictionary<string, string> Filled { get; private set; } = new Dictionary<string, string>();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid || await offices.FindAsync(Office, cancel) is not { } state) return NotFound();
        Open = new(Office, state);
        Choice = await SlotChoice.OfAsync(reads, Open, $"/janji/{Office}", Day, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid || await offices.FindAsync(Office, cancel) is null) return NotFound();
        if (await forms.SendAsync(Request, AppointmentForms.Booker(Office), Office, Appointment, "make", cancel) is not { } answer)
            return Redirect(links.PathOf(Office, Appointment));
        Answer = answer;
        Filled = (await FormFields.ReadAsync(Request, cancel)).Said.ToDictionary(it => it.Key, it => it.Value);
        return await OnGetAsync(cancel);
    }
}
