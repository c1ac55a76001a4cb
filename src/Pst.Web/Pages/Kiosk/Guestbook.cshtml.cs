using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Pst.Domain;
using Pst.Web.Access;
using Pst.Web.Pages.Forms;
using Pst.Web.Writing;

namespace Pst.Web.Pages.Kiosk;

/// <summary>Step 2: the guestbook. Who came before may leave the name out; the page looks the same whether that is so or not.</summary>
[Authorize(Policies.Kiosk), EnableRateLimiting(Limits.Kiosk)]
public sealed class GuestbookModel(
    VisitForms forms, ReturningVisitors returning, ReturningCodes codes, OfficeMemory offices, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)] public VisitId Visit { get; set; }
    [BindProperty(Name = "_contact")] public string? Contact { get; set; }
    [BindProperty(Name = "_code")] public string? Code { get; set; }
    [BindProperty(Name = "muda", SupportsGet = true)] public bool IsYoung { get; set; }

    public OfficeState State { get; private set; } = null!;
    public GuestbookForm Form { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => ShowAsync(new FormAnswer.Blank(), cancel);

    public Task<IActionResult> OnPostReturningAsync(CancellationToken cancel) => OnGetAsync(cancel);

    public async Task<IActionResult> OnPostCodeAsync(CancellationToken cancel)
    {
        var answer = await codes.AskAsync(User.ToCaller()!.Office!.Value, Contact, Code, cancel);
        return await ShowAsync(new FormAnswer.Blank(), cancel, answer);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var office = User.ToCaller()!.Office!.Value;
        var typed = await FormFields.ReadAsync(Request, cancel);
        var fields = Contact == ReturningVisitors.Booked
            ? await returning.CompleteBookedAsync(office, Visit, typed, cancel)
            : await returning.CompleteAsync(office, Contact, typed, cancel);
        var answer = await forms.SendAsync(HttpContext, Visit, "sign_guestbook", fields, cancel);
        return answer.IsDone ? RedirectToPage("/Kiosk/Ticket", new { Visit }) : await ShowAsync(answer, cancel);
    }

    async Task<IActionResult> ShowAsync(FormAnswer answer, CancellationToken cancel, CodeAnswer? code = null)
    {
        if (!ModelState.IsValid || await offices.FindAsync(User.ToCaller()!.Office!.Value, cancel) is not { } state) return NotFound();
        State = state;
        var standard = state.StandardOn(state.Hours.LocalDay(clock.GetUtcNow()));
        var isBooked = Contact is null or ReturningVisitors.Booked && code is null && !IsYoung
            && await returning.IsBookedAsync(User.ToCaller()!.Office!.Value, Visit, cancel);
        var contact = isBooked ? ReturningVisitors.Booked : code?.Ticket ?? Contact;
        Form = new($"/kios/{Visit}/buku-tamu", standard, Request, answer, contact, returning.IsTicket(contact), IsYoung)
        {
            Code = code, IsBooked = isBooked,
        };
        return Page();
    }
}
