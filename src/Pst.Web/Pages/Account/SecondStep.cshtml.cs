using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using Pst.Web.Access;
using Pst.Web.Identity;
using Pst.Web.VisitorAccounts;

namespace Pst.Web.Pages.Account;

/// <summary>Turns on the second step: a key for the phone, and the first code as proof that it arrived there.</summary>
[Authorize(Policies.Person), EnableRateLimiting(Limits.SignIn)]
public sealed class SecondStepModel(
    UserManager<Person> people, SecondSteps steps, AccountFile accounts, IStringLocalizer<Sentences> text) : PageModel
{
    [BindProperty] public string Code { get; set; } = "";

    public string Address { get; private set; } = "";
    public string Key { get; private set; } = "";

    /// <summary>For a lost phone; shown once.</summary>
    public IReadOnlyList<string>? Codes { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await people.GetUserAsync(User) is not { } person) return NotFound();
        if (person.TwoFactorEnabled) return LocalRedirect("/akun");
        (Address, Key) = await steps.OfferAsync(person, (await accounts.OfAsync(User.ToCaller(), cancel))?.Email.Value);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await people.GetUserAsync(User) is not { TwoFactorEnabled: false } person) return LocalRedirect("/akun");
        Codes = ModelState.IsValid ? await steps.TurnOnAsync(person, Code) : null;
        if (Codes is not null) return Page();
        ModelState.AddModelError("", text["Kode ini tidak cocok. Tunggu kode berikutnya, lalu coba lagi."]);
        (Address, Key) = await steps.OfferAsync(person, (await accounts.OfAsync(User.ToCaller(), cancel))?.Email.Value);
        return Page();
    }
}
