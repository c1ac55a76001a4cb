using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using Pst.Domain;
using Pst.Web.Pages.Account;
using Pst.Web.Pages.Forms;
using Pst.Web.VisitorAccounts;

namespace Pst.Web.Pages.VisitorAccounts;

/// <summary>A new account of a visitor. Whether the address has one already is not told here: the mail says it.</summary>
[AllowAnonymous, EnableRateLimiting(Limits.Stranger)]
public sealed class RegisterModel(Registrations registrations, IStringLocalizer<Sentences> text) : PageModel
{
    [BindProperty(Name = "_password")] public string? Password { get; set; }

    public bool IsSent { get; private set; }
    public FormAnswer Answer { get; private set; } = new FormAnswer.Blank();

    public void OnGet() { }

    public async Task OnPostAsync(CancellationToken cancel)
    {
        var read = Fields.OfForm((await FormFields.ReadAsync(Request, cancel)).Said).Read(AskedIn);
        if (read is not Valid<NewAccount>(var asked))
        {
            Answer = new FormAnswer.Wrong(((Invalid<NewAccount>)read).Errors.Sentences(CultureInfo.CurrentUICulture));
            return;
        }
        var result = await registrations.AskAsync(Request, asked, Password is { Length: > 0 } ? Password : null, cancel);
        ModelState.Add(result, text);
        IsSent = result.Succeeded;
    }

    static NewAccount AskedIn(Fields body)
    {
        var who = body.Object("visitor");
        if (!body.Bool("noticeSeen")) body.At("noticeSeen").Refuse(new InputError.Required());
        return new(
            who.Parsed<EmailAddress>("email", new InputError.NotAnEmail()), who.Text("name", ProfileModel.MaxName),
            ProfileModel.WhatsappIn(who), who.OptionalText("institution", ProfileModel.MaxName));
    }

    /// <summary>What stands in a field that was sent and came back.</summary>
    public string? Typed(string field) => Request.HasFormContentType ? Request.Form[field] : (string?)null;
}
