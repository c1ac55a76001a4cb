using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pst.Domain;
using Pst.Web.Pages.FollowUps;
using Pst.Web.Writing;

namespace Pst.Web.Pages.Standard;

/// <summary>The published promise, from the very data that is enforced; for everybody, and to print.</summary>
[AllowAnonymous]
public sealed class IndexModel(OfficeMemory offices, PublishedWords words, TimeProvider clock) : PageModel
{
    /// <summary>As many as one reads.</summary>
    const int Words = 5;

    [BindProperty(SupportsGet = true)] public OfficeCode Office { get; set; }

    /// <summary>The standard in force today, else the first to come.</summary>
    public PublicStandard Shown { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid || await offices.FindAsync(Office, cancel) is not { } state) return NotFound();

        Shown = PublicStandard.Of(state, clock.GetUtcNow()) with { Published = await words.ListAsync(Office, Words, cancel) };
        return Page();
    }
}
