using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Pst.Web.Pages;

/// <summary>Keeps the chosen language in a cookie and goes back to where the switch stood.</summary>
[AllowAnonymous]
public sealed class LanguageModel : PageModel
{
    public IActionResult OnGet() => LocalRedirect("/");

    public IActionResult OnPost(string? to, string? back)
    {
        if (to is null || !Languages.Names.Contains(to)) return BadRequest();

        var culture = CookieRequestCultureProvider.MakeCookieValue(new(Languages.Indonesian.Name, to));
        Response.Cookies.Append(Languages.Cookie, culture, new()
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = Request.IsHttps,
            IsEssential = true,
            MaxAge = TimeSpan.FromDays(365),
        });
        return LocalRedirect(Url.IsLocalUrl(back) ? back : "/");
    }
}
