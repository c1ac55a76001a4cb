using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pst.Domain;
using Pst.Projections;
using Pst.Web.Softcopies;

namespace Pst.Web.Pages.Softcopies;

/// <summary>How far one's own request is. The file is not here: its address goes out by mail.</summary>
[AllowAnonymous]
public sealed class FollowModel(SoftcopyLinks links, SoftcopyReads reads) : PageModel
{
    public SoftcopyView It { get; private set; } = null!;

    /// <summary>Why it was declined; null where it was not, or that was erased.</summary>
    public string? Reason { get; private set; }

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken cancel)
    {
        if (links.ReadRequest(token) is not var (office, request) || await reads.FindAsync(office, request, cancel) is not { } found)
            return NotFound();
        (It, Reason) = (found, await reads.ReasonToRequesterAsync(office, found.Line, cancel));
        return Page();
    }
}
