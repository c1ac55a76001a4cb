using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using Pst.Web.Identity;

namespace Pst.Web.Pages.Account;

/// <summary>Where an invited person, or one who forgot, chooses a password.</summary>
[AllowAnonymous, EnableRateLimiting(Limits.SignIn)]
public sealed class InvitationModel(Accounts accounts, OneTimeLinks links, SignInManager<Person> signIn, IStringLocalizer<Sentences> text)
    : PageModel
{
    [BindProperty(SupportsGet = true)] public string Secret { get; set; } = "";
    [BindProperty] public string Password { get; set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) =>
        await links.FindAsync(LinkPurpose.Invitation, Secret, cancel) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid) return Page();

        var (person, result) = await accounts.AcceptAsync(Secret, Password, cancel);
        if (person is null) return NotFound();
        ModelState.Add(result, text);
        if (!result.Succeeded) return Page();

        await signIn.SignInAsync(person, isPersistent: false);
        return LocalRedirect("/");
    }
}
