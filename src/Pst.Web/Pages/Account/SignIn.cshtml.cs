using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using Pst.Web.Identity;
using Pst.Web.VisitorAccounts;

namespace Pst.Web.Pages.Account;

/// <summary>
/// Name or address and password, a passkey, or a link by mail. What was wrong is not said, and five wrong tries close the account for a
/// while.
/// </summary>
[AllowAnonymous, EnableRateLimiting(Limits.SignIn)]
public sealed class SignInModel(
    SignInManager<Person> signIn, SignIns signIns, SecondSteps steps, IStringLocalizer<Sentences> text) : PageModel
{
    [BindProperty] public string UserName { get; set; } = "";
    [BindProperty] public string Password { get; set; } = "";
    [BindProperty(Name = "kembali", SupportsGet = true)] public string? Back { get; set; }

    /// <summary>A link was asked for; whether it went out is not told.</summary>
    public bool IsSent { get; private set; }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return Page();

        var result = await signIns.PasswordAsync(UserName, Password);
        if (result.Succeeded) return GoOn();
        if (result.RequiresTwoFactor) return RedirectToPage("/Account/Code", new { kembali = Back });

        ModelState.AddModelError("", result.IsLockedOut
            ? text["Terlalu banyak percobaan. Coba lagi 15 menit lagi, atau hubungi administrator."]
            : text["Nama masuk atau kata sandi tidak cocok. Periksa ejaannya, lalu coba lagi."]);
        return Page();
    }

    /// <summary>What the browser asks a passkey with.</summary>
    public async Task<IActionResult> OnPostOptionsAsync() => Content(await signIn.MakePasskeyRequestOptionsAsync(null), "application/json");

    public async Task<IActionResult> OnPostPasskeyAsync(string? credential)
    {
        if (credential is { Length: > 0 } && await steps.SignInAsync(credential)) return GoOn();
        ModelState.Clear();
        ModelState.AddModelError("", text["Kunci sandi ini tidak dikenal di sini. Masuklah dengan kata sandi."]);
        return Page();
    }

    public async Task<IActionResult> OnPostLinkAsync(string? email, CancellationToken cancel)
    {
        ModelState.Clear();
        await signIns.SendLinkAsync(Request, email, cancel);
        IsSent = true;
        return Page();
    }

    LocalRedirectResult GoOn() => LocalRedirect(Url.IsLocalUrl(Back) ? Back : "/");
}
