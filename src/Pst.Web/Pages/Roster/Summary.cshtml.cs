using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pst.Web.Access;
using Pst.Web.Attention;

namespace Pst.Web.Pages.Roster;

/// <summary>The day in a few lines, with a link that opens WhatsApp with them: for the head of the office.</summary>
[Authorize(Policies.SeeReports)]
public sealed class SummaryModel(OfficeDoor door, DaySummaries summaries) : PageModel
{
    public string Summary { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await door.OpenAsync(User.ToCaller()!, null, cancel) is not { } open) return NotFound();
        Summary = await summaries.TellAsync(open.Code, open.State, cancel);
        return Page();
    }
}
