using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pst.Domain;
using Pst.Web.Access;
using Pst.Web.Softcopies;

namespace Pst.Web.Pages.Softcopies;

/// <summary>From a file that was found, or the code on it, to its request. Who asked is opened there, which is recorded.</summary>
[Authorize(Policies.TraceSoftcopies), RequestSizeLimit(MostBytes)]
public sealed class TraceModel(OfficeDoor door, SoftcopyFiles files) : PageModel
{
    const long MostBytes = 120 * 1024 * 1024;

    [BindProperty(SupportsGet = true)] public OfficeCode Office { get; set; }

    public OpenOffice Open { get; private set; } = null!;

    /// <summary>Why nothing was found; null before anything was asked.</summary>
    public string? Why { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid || await door.OpenAsync(User.ToCaller()!, Office, cancel) is not { } open) return NotFound();
        Open = open;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? kode, IFormFile? file, CancellationToken cancel)
    {
        if (await OnGetAsync(cancel) is NotFoundResult nowhere) return nowhere;
        var (found, fault) = await files.TraceAsync(Office, kode, file, cancel);
        if (found is { } request) return Redirect($"/softcopy/{Office}/{request}");
        Why = fault is FileFault.None ? "fault.not_ours" : $"fault.{Words.Of(fault)}";
        return Page();
    }
}
