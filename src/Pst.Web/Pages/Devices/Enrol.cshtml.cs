using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using Pst.Web.Identity;

namespace Pst.Web.Pages.Devices;

/// <summary>Opened on the tablet: whoever types a good code makes it the office's kiosk or display.</summary>
[AllowAnonymous, EnableRateLimiting(Limits.SignIn)]
public sealed class EnrolModel(EnrolledDevices devices, IStringLocalizer<Sentences> text) : PageModel
{
    [BindProperty] public string Code { get; set; } = "";

    public async Task<IActionResult> OnPostAsync(string? to, CancellationToken cancel)
    {
        if (ModelState.IsValid && await devices.EnrolAsync(Code, cancel) is { } key)
        {
            DeviceAuthentication.Remember(HttpContext, key);
            return LocalRedirect(to is "layar" or "pintu" ? $"/{to}" : "/kios");
        }
        ModelState.AddModelError("", text["Kode ini tidak berlaku atau sudah dipakai. Mintalah kode baru kepada penyelia."]);
        return Page();
    }
}
