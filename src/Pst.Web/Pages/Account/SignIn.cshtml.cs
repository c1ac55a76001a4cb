using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using Pst.Web.Identity;

namespace Pst.Web.Pages.Account;

/// <summary>Name and password. What was wrong is not said, and five wrong tries close the account for a while.</summary>
[AllowAnonymous, EnableRateLimiting(Limits.SignIn)]
public sealed class SignInModel(SignInManager<Person> signIn, SecondSteps steps, IStringLocalizer<Sentences> text) : PageModel
{
    [BindProperty] public string UserName { get; set; } = "";
    [BindProperty] public string Password { get; set; } = "";
    [BindProperty(Name = "kembali", SupportsGet = true)] public string? Back { get; set; }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return Page();

        var result = await signIn.PasswordSignInAsync(UserName.Trim(), Password, isPersistent: false, lockoutOnFailure: true);
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

    LocalRedirectResult GoOn() => LocalRedirect(Url.IsLocalUrl(Back) ? Back : "/");
}
