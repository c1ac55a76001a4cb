using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pst.Domain;
using Pst.Web.Access;

namespace Pst.Web.Pages.Offices;

/// <summary>The next standard, begun from the newest: filled in, tried on, and adopted only then.</summary>
[Authorize(Policies.SetOffices), RequestFormLimits(ValueCountLimit = 2000)]
public sealed class StandardModel(OfficeDrafts drafts) : PageModel
{
    [BindProperty(SupportsGet = true)] public OfficeCode Office { get; set; }

    public OfficeDraft Draft { get; private set; } = null!;

    /// <summary>Whether it is known what it would change.</summary>
    public bool IsTried { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await OpenAsync(cancel)) return NotFound();
        Draft.Sheet.File["standard"]!["effectiveFrom"] = ""; // its own date
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await OpenAsync(cancel)) return NotFound();
        StandardForm.Write(new(Request.Form), Draft.Sheet.File);
        Draft = await drafts.TryAsync(Draft.Sheet.File, User.ToCaller()!, cancel);
        IsTried = true;
        return Page();
    }

    async Task<bool> OpenAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid || await drafts.OpenAsync(User.ToCaller()!, Office, cancel) is not var (version, state)) return false;
        Draft = new(new(OfficeFile.Write(state.File(Office)), version), [], null);
        return true;
    }
}
