using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pst.Domain;
using Pst.Web.Access;
using Pst.Web.Identity;

namespace Pst.Web.Pages.Devices;

/// <summary>The office's kiosks and TVs, and a code by which another becomes one.</summary>
[Authorize(Policies.SetDevices)]
public sealed class IndexModel(EnrolledDevices devices) : PageModel
{
    const string CodeKey = "enrolment";

    public IReadOnlyList<Device> Enrolled { get; private set; } = [];
    public string? Code => TempData[CodeKey] as string;
    public string Address => $"{Request.Scheme}://{Request.Host}/perangkat/daftar";
    public bool NeedsOffice => User.ToCaller()!.Office is null;

    [BindProperty] public string Name { get; set; } = "";
    [BindProperty] public OfficeCode? Office { get; set; }

    public async Task OnGetAsync(CancellationToken cancel) => Enrolled = await devices.InAsync(User.ToCaller()!.Office, cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid || (User.ToCaller()!.Office ?? Office) is not { } office)
        {
            await OnGetAsync(cancel);
            return Page();
        }
        TempData[CodeKey] = await devices.OfferAsync(office, Name.Trim(), cancel);
        return RedirectToPage();
    }
}
