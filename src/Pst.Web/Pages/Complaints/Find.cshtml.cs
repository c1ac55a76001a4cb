using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Pst.Domain;
using Pst.Projections;
using Pst.Web.Complaints;
using Pst.Web.Writing;

namespace Pst.Web.Pages.Complaints;

/// <summary>From the code and the secret on a receipt to the complaint. It does not tell which of the two was wrong.</summary>
[AllowAnonymous, EnableRateLimiting(Limits.Stranger)]
public sealed class FindModel(OfficeMemory offices, ComplaintBoard complaints, ComplaintLinks links) : PageModel
{
    [BindProperty(SupportsGet = true)] public OfficeCode Office { get; set; }
    [BindProperty(Name = "kode")] public string? Code { get; set; }
    [BindProperty(Name = "rahasia")] public string? Secret { get; set; }

    public string Name { get; private set; } = "";
    public bool IsWrong { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid || await offices.FindAsync(Office, cancel) is not { } state) return NotFound();
        Name = state.Details.Name;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (ModelState.IsValid && ComplaintCode.TryParse(Code?.Trim().ToUpperInvariant(), null, out var code)
            && await complaints.FindAsync(Office, code, cancel) is { Id: var complaint } && links.IsSecret(Office, complaint, Secret))
            return Redirect($"/p/{links.TokenOf(Office, complaint)}");
        IsWrong = true;
        return await OnGetAsync(cancel);
    }
}
