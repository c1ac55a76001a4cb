using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using Pst.Web.Access;
using Pst.Web.Identity;
using Pst.Web.VisitorAccounts;

namespace Pst.Web.Pages.Account;

/// <summary>One's own second step, passkeys, and the way out on all other browsers.</summary>
[Authorize(Policies.Person), EnableRateLimiting(Limits.SignIn)]
public sealed class SecurityModel(
    UserManager<Person> people, SignInManager<Person> signIn, SecondSteps steps, AccountFile accounts,
    IStringLocalizer<Sentences> text) : PageModel
{
    const string DoneKey = "account-saved";

    public Person Person { get; private set; } = null!;
    public IList<UserPasskeyInfo> Passkeys { get; private set; } = [];
    public bool IsDone => TempData[DoneKey] is true;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await people.GetUserAsync(User) is not { } person)
        {
            context.Result = NotFound(); // a program's key has no account
            return;
        }
        (Person, Passkeys) = (person, await people.GetPasskeysAsync(person));
        await next();
    }

    public void OnGet() { }

    public async Task<IActionResult> OnPostOptionsAsync(CancellationToken cancel) => Content(
        await steps.NewPasskeyAsync(Person, (await accounts.OfAsync(User.ToCaller(), cancel))?.Email.Value), "application/json");

    public async Task<IActionResult> OnPostPasskeyAsync(string? credential, string? name)
    {
        var isFilled = credential is { Length: > 0 } && name is { Length: > 0 and <= 100 };
        if (isFilled && await steps.KeepPasskeyAsync(Person, credential!, name!)) return Done();
        ModelState.AddModelError("", text["Kunci sandi tidak jadi dibuat. Coba lagi."]);
        return Page();
    }

    public async Task<IActionResult> OnPostRemoveAsync(string passkey)
    {
        var gone = Passkeys.FirstOrDefault(it => Convert.ToHexString(it.CredentialId) == passkey);
        if (gone is not null) await people.RemovePasskeyAsync(Person, gone.CredentialId);
        return Done();
    }

    public Task<IActionResult> OnPostOffAsync() => StayAsync(steps.RemoveAsync(Person));

    public Task<IActionResult> OnPostEverywhereAsync() => StayAsync(people.UpdateSecurityStampAsync(Person));

    // Both end every stay, this one excepted.
    async Task<IActionResult> StayAsync(Task change)
    {
        await change;
        await signIn.RefreshSignInAsync(Person);
        return Done();
    }

    RedirectToPageResult Done()
    {
        TempData[DoneKey] = true;
        return RedirectToPage();
    }
}
