using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Pst.Domain;
using Pst.Web.Access;
using Pst.Web.Pages.Forms;
using Pst.Web.VisitorAccounts;

namespace Pst.Web.Pages.VisitorAccounts;

/// <summary>What a visitor's account says of its owner, for the guestbooks to come.</summary>
[Authorize(Policies.Visitor), EnableRateLimiting(Limits.Stranger)]
public sealed class ProfileModel(AccountFile accounts) : PageModel
{
    internal const int MaxName = 200;

    public VisitorAccount Account { get; private set; } = null!;
    public bool IsDone { get; private set; }
    public FormAnswer Answer { get; private set; } = new FormAnswer.Blank();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await accounts.OfAsync(User.ToCaller(), cancel) is not { } account) return NotFound();
        Account = account;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await accounts.OfAsync(User.ToCaller(), cancel) is not { } account) return NotFound();
        Account = account;
        var read = Fields.OfForm((await FormFields.ReadAsync(Request, cancel)).Said).Read(body => ChangedIn(body, account));
        if (read is Valid<VisitorAccount>(var changed))
        {
            await accounts.SaveAsync(changed, cancel);
            (Account, IsDone) = (changed, true);
        }
        else Answer = new FormAnswer.Wrong(((Invalid<VisitorAccount>)read).Errors.Sentences(CultureInfo.CurrentUICulture));
        return Page();
    }

    internal static string? WhatsappIn(Fields who) =>
        who.OptionalParsed<PhoneNumber>("whatsapp", new InputError.NotAPhoneNumber())?.ToString();

    static VisitorAccount ChangedIn(Fields body, VisitorAccount account)
    {
        var who = body.Object("visitor");
        return account with
        {
            Name = who.Text("name", MaxName), Whatsapp = WhatsappIn(who), Institution = who.OptionalText("institution", MaxName),
        };
    }
}
