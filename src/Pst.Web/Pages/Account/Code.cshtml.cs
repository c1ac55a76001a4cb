using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using Pst.Web.Identity;

namespace Pst.Web.Pages.Account;

/// <summary>
/// After the password, for whoever has turned it on: the code that the phone shows. Wrong ones count like wrong passwords.
/// </summary>
[AllowAnonymous, EnableRateLimiting(Limits.SignIn)]
public sealed class CodeModel(SignInManager<Person> signIn, SecondSteps steps, IStringLocalizer<Sentences> text) : PageModel
{
    [BindProperty] public string Code { get; set; } = "";
    [BindProperty(Name = "kembali", SupportsGet = true)] public string? Back { get; set; }

    public async Task<IActionResult> OnGetAsync() =>
        await signIn.GetTwoFactorAuthenticationUserAsync() is null ? LocalRedirect("/masuk") : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await signIn.GetTwoFactorAuthenticationUserAsync() is null) return LocalRedirect("/masuk");
        var result = ModelState.IsValid ? await steps.PassAsync(Code) : Microsoft.AspNetCore.Identity.SignInResult.Failed;
        if (result.Succeeded) return LocalRedirect(Url.IsLocalUrl(Back) ? Back : "/");

        ModelState.AddModelError("", result.IsLockedOut
            ? text["Terlalu banyak percobaan. Coba lagi 15 menit lagi, atau hubungi administrator."]
            : text["Kode ini tidak cocok. Tunggu kode berikutnya, lalu coba lagi."]);
        return Page();
    }
}
