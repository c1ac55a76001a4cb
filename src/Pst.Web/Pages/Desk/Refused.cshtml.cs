using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pst.Domain;
using Pst.Web.Access;
using Pst.Web.Pages.Kiosk;
using Pst.Web.Vault;

namespace Pst.Web.Pages.Desk;

/// <summary>What kiosks kept through a network cut and a rule then refused: somebody sends it again, or deals with it otherwise.</summary>
[Authorize(Policies.Serve)]
public sealed class RefusedModel(OfficeDoor door, RefusedForms refused, KeptForms kept, KeptSeal seal, ReadRecords records) : PageModel
{
    [BindProperty(Name = "_chosen")] public Guid Chosen { get; set; }

    public OpenOffice Office { get; private set; } = null!;
    public IReadOnlyList<RefusedForm> Forms { get; private set; } = [];

    /// <summary>What was filled in, where somebody asked for it; null where nobody did, or it cannot be opened.</summary>
    public KeptForm? Opened { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid || await door.OpenAsync(User.ToCaller()!, null, cancel) is not { } open) return NotFound();
        (Office, Forms) = (open, await refused.ListAsync(open.Code, cancel));
        return Page();
    }

    public async Task<IActionResult> OnPostAgainAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { } form) return RedirectToPage();
        await kept.AgainAsync(Office.Code, form, cancel);
        return RedirectToPage();
    }

    /// <summary>Recorded first, then shown; its command is all that is known of whoever filled it in.</summary>
    public async Task<IActionResult> OnPostOpenAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { } form) return RedirectToPage();
        await records.RecordAsync(
            Office.Code, [new VisitorId(form.Id)], new(Seen.RefusedForm, SeenFor.Serving), User.ToCaller()!, cancel);
        Opened = seal.Open(Office.Code, form.Box);
        return Page();
    }

    public async Task<IActionResult> OnPostSettleAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is { } form) await refused.SettleAsync(Office.Code, form.Id, cancel);
        return RedirectToPage();
    }

    async Task<RefusedForm?> FindAsync(CancellationToken cancel) =>
        await OnGetAsync(cancel) is PageResult ? Forms.FirstOrDefault(it => it.Id == Chosen) : null;
}
