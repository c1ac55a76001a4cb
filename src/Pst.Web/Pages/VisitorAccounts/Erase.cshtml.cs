using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Pst.Web.Access;
using Pst.Web.Identity;
using Pst.Web.Online;
using Pst.Web.Pages.Forms;
using Pst.Web.VisitorAccounts;

namespace Pst.Web.Pages.VisitorAccounts;

/// <summary>Forgets a visitor at their own wish, in every office and with the account.</summary>
[Authorize(Policies.Visitor), EnableRateLimiting(Limits.Stranger)]
public sealed class EraseModel(
    AccountFile accounts, AccountRecords records, AccountErasure erasure, LibraryVisits library, OnlineVisits online,
    SignInManager<Person> signIn) : PageModel
{
    public IReadOnlyList<AccountRecord> Records { get; private set; } = [];
    public IReadOnlyList<(string Office, string Why)> Refused { get; private set; } = [];
    public bool IsDone { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await accounts.OfAsync(User.ToCaller(), cancel) is not { } account) return NotFound();
        Records = await records.AllAsync(account, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(bool sure, CancellationToken cancel)
    {
        if (await accounts.OfAsync(User.ToCaller(), cancel) is not { } account) return NotFound();
        if (!sure || !Guid.TryParse(Request.Form[FormFields.Id], out var form)) return RedirectToPage();
        if (await library.OfAsync(HttpContext, cancel) is { } visit) await online.EndAsync(HttpContext, visit, cancel);
        Refused = await erasure.ForgetAsync(account, form, cancel);
        IsDone = Refused.Count == 0;
        if (IsDone) await signIn.SignOutAsync();
        else Records = await records.AllAsync(account, cancel);
        return Page();
    }
}
