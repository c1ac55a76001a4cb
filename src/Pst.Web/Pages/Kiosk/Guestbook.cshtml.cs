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
public sealed class GuestbookModel(VisitForms forms, ReturningVisitors returning, OfficeMemory offices, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)] public VisitId Visit { get; set; }

    /// <summary>What a returning visitor came with: an email, a phone, or the last visit's ticket.</summary>
    [BindProperty(Name = "_contact")] public string? Contact { get; set; }

    /// <summary>The shorter form for those under 17, which an adult confirms.</summary>
    [BindProperty(Name = "muda", SupportsGet = true)] public bool IsYoung { get; set; }

    public bool HasTicket => Contact is not null && returning.IsTicket(Contact);

    public OfficeState State { get; private set; } = null!;
    public FormAnswer Answer { get; private set; } = new FormAnswer.Blank();
    public bool NeedsEmail => Needs(RequirementRule.ActiveEmail);
    public bool NeedsWhatsapp => Needs(RequirementRule.WhatsappNumber);

    /// <summary>What stands in a field that was sent and came back.</summary>
    public string? Typed(string field) => Request.HasFormContentType ? Request.Form[field] : (string?)null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid || await offices.FindAsync(User.ToCaller()!.Office!.Value, cancel) is not { } state) return NotFound();
        State = state;
        return Page();
    }

    public Task<IActionResult> OnPostReturningAsync(CancellationToken cancel) => OnGetAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var fields = await FormFields.ReadAsync(Request, cancel);
        if (Contact is not null) fields = await returning.CompleteAsync(User.ToCaller()!.Office!.Value, Contact, fields, cancel);
        Answer = await forms.SendAsync(HttpContext, Visit, "sign_guestbook", fields, cancel);
        return Answer.IsDone ? RedirectToPage("/Kiosk/Ticket", new { Visit }) : await OnGetAsync(cancel);
    }

    bool Needs(RequirementRule rule) => State.StandardOn(State.Hours.LocalDay(clock.GetUtcNow()))?.Requires(rule, Channel.Offline) == true;
}
