using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pst.Web.Access;
using Pst.Web.Identity;

namespace Pst.Web.Pages.Devices;

/// <summary>From then on the device opens nothing.</summary>
[Authorize(Policies.SetDevices)]
public sealed class RevokeModel(EnrolledDevices devices) : PageModel
{
    public IActionResult OnGet() => RedirectToPage("/Devices/Index");

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel) =>
        await devices.RevokeAsync(id, User.ToCaller()!, cancel) ? RedirectToPage("/Devices/Index") : NotFound();
}
