using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pst.Web.Identity;
using Pst.Web.Online;
using Pst.Web.Pages.Online;

namespace Pst.Web.Pages.Account;

/// <summary>Ends the stay on this browser, and the visit with it in which the library was used here.</summary>
[AllowAnonymous]
public sealed class SignOutModel(SignInManager<Person> signIn, LibraryVisits library, OnlineVisits online) : PageModel
{
    public IActionResult OnGet() => LocalRedirect("/");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var visit = await library.OfAsync(HttpContext, cancel);
        if (visit is not null) await online.EndAsync(HttpContext, visit, cancel);
        await signIn.SignOutAsync();
        return LocalRedirect(visit is null ? "/masuk" : EndModel.RatingOf(visit) ?? "/pustaka");
    }
}
