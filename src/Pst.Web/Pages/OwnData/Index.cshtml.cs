using System.Net.Mime;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Pst.Domain;
using Pst.Web.Access;
using Pst.Web.OwnData;
using Pst.Web.Pages.Forms;
using Pst.Web.Pages.Home;
using Pst.Web.Vault;
using Pst.Web.VisitorAccounts;

namespace Pst.Web.Pages.OwnData;

/// <summary>
/// What an office holds of a person, for that person: seen, taken home, corrected, and asked about. Without a link from one's own email
/// there is only the form that asks for one.
/// </summary>
[AllowAnonymous, EnableRateLimiting(Limits.Stranger)]
public sealed class IndexModel(
    OwnDataPasses passes, OwnDataLinks links, OwnDataReads reads, OwnDataForms forms, OfficeDirectory directory, AccountFile accounts,
    AccountRecords own) : PageModel
{
    [BindProperty(Name = "kantor", SupportsGet = true)] public OfficeCode? Office { get; set; }

    public IReadOnlyList<(OfficeCode Code, string Name)> Offices { get; private set; } = [];

    /// <summary>Where somebody who is signed in to an account has data; null for others.</summary>
    public IReadOnlyList<AccountRecord>? Own { get; private set; }

    /// <summary>Null without a link, and where nothing is kept.</summary>
    public OwnRecord? Record { get; private set; }

    public bool IsAsked { get; private set; }
    public bool IsDone { get; private set; }
    public FormAnswer Answer { get; private set; } = new FormAnswer.Blank();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid) return NotFound();
        if (passes.Of(HttpContext) is { } pass)
            Record = await reads.ReadAsync(pass, ReadPurpose.OnScreen(Seen.OwnData, Role.Visitor), cancel);
        if (Record is null && await accounts.OfAsync(User.ToCaller(), cancel) is { } account) Own = await own.AllAsync(account, cancel);
        if (Record is null) Offices = await directory.ListAsync(cancel);
        return Page();
    }

    /// <summary>The owner of an account needs no link: the address is confirmed.</summary>
    public async Task<IActionResult> OnPostAccountAsync(CancellationToken cancel)
    {
        if (Office is { } office && await accounts.OfAsync(User.ToCaller(), cancel) is { } account
            && await own.FindAsync(office, account, cancel) is { } record)
            passes.Give(HttpContext, new(office, record));
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostLinkAsync(string? email, CancellationToken cancel)
    {
        if (Office is not { } office || (await directory.ListAsync(cancel)).All(it => it.Code != office)) return NotFound();
        await links.AskAsync(Request, office, email, cancel);
        IsAsked = true;
        return Page();
    }

    public Task<IActionResult> OnPostChangeAsync(CancellationToken cancel) => SendAsync(forms.ChangeAsync, cancel);

    public Task<IActionResult> OnPostAskAsync(CancellationToken cancel) => SendAsync(forms.AskAsync, cancel);

    public async Task<IActionResult> OnGetJsonAsync(CancellationToken cancel)
    {
        if (passes.Of(HttpContext) is not { } pass) return RedirectToPage();
        var record = await reads.ReadAsync(pass, new(Seen.OwnData, SeenFor.VisitorsRequest), cancel);
        return record is null ? NotFound() : File(OwnDataFile.Of(record), MediaTypeNames.Application.Json, $"data-saya-{pass.Office}.json");
    }

    public IActionResult OnPostEnd()
    {
        passes.End(HttpContext);
        return RedirectToPage();
    }

    async Task<IActionResult> SendAsync(
        Func<OwnDataPass, FormFields, CancellationToken, Task<FormAnswer?>> send, CancellationToken cancel)
    {
        if (passes.Of(HttpContext) is not { } pass) return RedirectToPage();
        var answer = await send(pass, await FormFields.ReadAsync(Request, cancel), cancel);
        (IsDone, Answer) = (answer is null, answer ?? Answer);
        return await OnGetAsync(cancel);
    }
}
