using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using Pst.Web.Access;
using Pst.Web.Identity;

namespace Pst.Web.Pages.Account;

/// <summary>A new password for oneself; other browsers are signed out by it.</summary>
[Authorize(Policies.Person), EnableRateLimiting(Limits.SignIn)]
public sealed class PasswordModel(UserManager<Person> people, SignInManager<Person> signIn, IStringLocalizer<Sentences> text) : PageModel
{
    [BindProperty] public string Current { get; set; } = "";
    [BindProperty] public string Password { get; set; } = "";

    /// <summary>Not so for a visitor who signs in by mail or passkey; being signed in is proof enough for the first one.</summary>
    public bool HasPassword { get; private set; } = true;

    public async Task OnGetAsync() => HasPassword = await people.GetUserAsync(User) is not { PasswordHash: null };

    public async Task<IActionResult> OnPostAsync()
    {
        var person = await people.GetUserAsync(User);
        HasPassword = person is not { PasswordHash: null };
        if (!HasPassword) ModelState.Remove(nameof(Current));
        if (!ModelState.IsValid || person is null) return Page();

        var result = HasPassword
            ? await people.ChangePasswordAsync(person, Current, Password) : await people.AddPasswordAsync(person, Password);
        ModelState.Add(result, text);
        if (!result.Succeeded) return Page();

        await signIn.RefreshSignInAsync(person);
        return LocalRedirect("/");
    }
}
