using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pst.Domain;
using Pst.Web.Writing;

namespace Pst.Web.Pages.Standard;

/// <summary>The published promise, from the very data that is enforced; for everybody, and to print.</summary>
[AllowAnonymous]
public sealed class IndexModel(OfficeMemory offices, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)] public OfficeCode Office { get; set; }

    public OfficeState State { get; private set; } = null!;

    /// <summary>The one in force today, else the first to come.</summary>
    public Domain.Standard Standard { get; private set; } = null!;

    public DateOnly Today { get; private set; }
    public bool IsOpen { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid || await offices.FindAsync(Office, cancel) is not { } state) return NotFound();

        var now = clock.GetUtcNow();
        (State, Today, IsOpen) = (state, state.Hours.LocalDay(now), state.Hours.IsOpen(now));
        Standard = state.StandardOn(Today) ?? state.Standards[0];
        return Page();
    }
}
