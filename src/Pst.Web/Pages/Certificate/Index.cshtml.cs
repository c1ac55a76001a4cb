using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pst.Web.Lan;

namespace Pst.Web.Pages.Certificate;

/// <summary>Where a device gets the office's own certificate, and how it installs it; only where a network is served by it.</summary>
[AllowAnonymous]
public sealed class IndexModel(IServiceProvider services, IConfiguration settings) : PageModel
{
    readonly LanAuthority? authority = services.GetService<LanAuthority>();

    public string Fingerprint => authority!.Fingerprint;
    public string Secure => $"https://{Request.Host.Host}:{LanServing.PortOf(settings)}/";

    public IActionResult OnGet() => authority is null ? NotFound() : Page();

    public IActionResult OnGetUnduh() =>
        authority is null ? NotFound() : File(authority.Certificate, "application/x-x509-ca-cert", "pst-kantor.crt");
}
