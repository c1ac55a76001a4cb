using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pst.Web.Access;
using Pst.Web.Pages.Forms;

namespace Pst.Web.Pages.Offices;

/// <summary>A whole office's file: what it would change, then the change itself.</summary>
[Authorize(Policies.SetOffices), RequestFormLimits(ValueLengthLimit = 256 * 1024)]
public sealed class ImportModel(OfficeDrafts drafts) : PageModel
{
    public OfficeDraft? Draft { get; private set; }
    public bool IsUnreadable { get; private set; }

    public void OnGet() { }

    public async Task OnPostAsync(IFormFile? upload, CancellationToken cancel)
    {
        var file = Uploads.Json(await Uploads.TextAsync(upload, cancel));
        IsUnreadable = file is null;
        if (file is not null) Draft = await drafts.TryAsync(file, User.ToCaller()!, cancel);
    }

    /// <summary>What was tried on and found good.</summary>
    public async Task<IActionResult> OnPostPutAsync(string? file, CancellationToken cancel)
    {
        if (Uploads.Json(file ?? "") is not { } json) return BadRequest();
        var caller = User.ToCaller()!;
        var answer = await drafts.PutAsync(json, caller, await FormFields.ReadAsync(Request, cancel), cancel);
        if (answer is null)
        {
            TempData["saved"] = true;
            return LocalRedirect($"/kantor/{json["code"]}");
        }
        Draft = await drafts.TryAsync(json, caller, cancel);
        Draft = Draft with { Sheet = Draft.Sheet with { Answer = answer } };
        return Page();
    }
}
