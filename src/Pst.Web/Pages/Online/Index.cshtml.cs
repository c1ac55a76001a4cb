using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Pst.Domain;
using Pst.Web.Access;
using Pst.Web.Online;
using Pst.Web.Pages.Forms;
using Pst.Web.Pages.Home;
using Pst.Web.VisitorAccounts;
using Pst.Web.Writing;

namespace Pst.Web.Pages.Online;

/// <summary>Begins an online visit: which office's, and its guestbook, which asks what the account does not say.</summary>
[Authorize(Policies.Visitor), EnableRateLimiting(Limits.Kiosk)]
public sealed class IndexModel(
    OnlineVisits online, AccountFile accounts, OfficeMemory offices, OfficeDirectory directory, TimeProvider clock) : PageModel
{
    const string VisitField = "_visit";

    [BindProperty(Name = "kantor", SupportsGet = true)] public OfficeCode? Office { get; set; }

    public VisitorAccount Account { get; private set; } = null!;
    public IReadOnlyList<(OfficeCode Code, string Name)> Offices { get; private set; } = [];

    /// <summary>Null before an office was chosen.</summary>
    public OfficeState? State { get; private set; }

    /// <summary>Made with the form, so that two taps are one visit.</summary>
    public VisitId Visit { get; private set; }

    public FormAnswer Answer { get; private set; } = new FormAnswer.Blank();

    /// <summary>Why the office asks for a number that the account lacks, in the standard's own words; null where it does not.</summary>
    public string? LacksWhatsapp => Account.Whatsapp is not null ? null
        : State?.StandardOn(State.Hours.LocalDay(clock.GetUtcNow()))?.Requirements
            .FirstOrDefault(it => it.Rule == RequirementRule.WhatsappNumber && it.Channels.Contains(Channel.Online))?.Text;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await EnterAsync(cancel) is { } no) return no;
        if (Office is { } office && await online.ResumeAsync(HttpContext, office, Account, cancel)) return LocalRedirect("/pustaka");
        Visit = new(Guid.CreateVersion7(clock.GetUtcNow()));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await EnterAsync(cancel) is { } no) return no;
        if (Office is not { } office || !VisitId.TryParse(Request.Form[VisitField], null, out var visit)) return RedirectToPage();
        if (await online.ResumeAsync(HttpContext, office, Account, cancel)) return LocalRedirect("/pustaka");
        Visit = visit;
        var form = await FormFields.ReadAsync(Request, cancel);
        if (LacksWhatsapp is not null) return Page();
        Answer = await online.OpenAsync(HttpContext, office, Account, visit, form, cancel);
        if (!Answer.IsDone) return Page();
        if (CodesIn(form) is { } codes) await accounts.SaveAsync(Account with { Codes = codes }, cancel);
        return LocalRedirect("/pustaka");
    }

    /// <summary>What stands in a question: what was sent and came back, else what was said last time.</summary>
    public string? Chosen(string field, int? last) =>
        Request.HasFormContentType ? Request.Form[field] : last?.ToString(CultureInfo.InvariantCulture);

    async Task<IActionResult?> EnterAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid || await accounts.OfAsync(User.ToCaller(), cancel) is not { } account) return NotFound();
        Account = account;
        Offices = await directory.ListAsync(cancel);
        State = Office is { } office ? await offices.FindAsync(office, cancel) : null;
        return Office is not null && State is null ? NotFound() : null;
    }

    // They were read when the guestbook was signed; here they are kept for the next one.
    static Demographics? CodesIn(FormFields form)
    {
        int Code(string name) => int.TryParse(form[$"demographics.{name}"], CultureInfo.InvariantCulture, out var code) ? code : 0;
        var codes = new Demographics(
            Code("gender"), Code("age"), Code("disability"), Code("education"), Code("occupation"), Code("institutionKind"));
        return codes is { Gender: 0 } or { Age: 0 } or { Disability: 0 } ? null : codes;
    }
}
