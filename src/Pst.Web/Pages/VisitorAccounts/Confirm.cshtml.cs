using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Pst.Web.Identity;
using Pst.Web.VisitorAccounts;

namespace Pst.Web.Pages.VisitorAccounts;

/// <summary>
/// The link by which an address is confirmed. It is taken by a press: programs that read mails open links before people do.
/// </summary>
[AllowAnonymous, EnableRateLimiting(Limits.SignIn)]
public sealed class ConfirmModel(Registrations registrations, SignInManager<Person> signIn) : PageModel
{
    [BindProperty(SupportsGet = true)] public string Secret { get; set; } = "";

    public bool IsOver { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel) => IsOver = !await registrations.IsGoodAsync(Secret, cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await registrations.ConfirmAsync(Secret, cancel) is { } person)
        {
            await signIn.SignInAsync(person, isPersistent: false);
            return LocalRedirect("/pustaka");
        }
        IsOver = true;
        return Page();
    }
}
