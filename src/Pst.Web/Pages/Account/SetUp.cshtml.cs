using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using Pst.Web.Identity;

namespace Pst.Web.Pages.Account;

/// <summary>Where the holder of the link that the first start printed becomes its administrator.</summary>
[AllowAnonymous, EnableRateLimiting(Limits.SignIn)]
public sealed class SetUpModel(Accounts accounts, OneTimeLinks links, SignInManager<Person> signIn, IStringLocalizer<Sentences> text)
    : PageModel
{
    [BindProperty(SupportsGet = true)] public string Secret { get; set; } = "";
    [BindProperty] public string Name { get; set; } = "";
    [BindProperty] public string UserName { get; set; } = "";
    [BindProperty] public string Password { get; set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) =>
        await links.FindAsync(LinkPurpose.SetUp, Secret, cancel) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid) return Page();

        var (first, result) = await accounts.MakeFirstAsync(Secret, Name, UserName, Password, cancel);
        if (result is null) return NotFound();
        ModelState.Add(result, text);
        if (!result.Succeeded) return Page();

        await signIn.SignInAsync(first, isPersistent: false);
        return LocalRedirect("/");
    }
}
