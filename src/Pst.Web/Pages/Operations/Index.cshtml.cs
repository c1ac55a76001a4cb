using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pst.Projections;
using Pst.Web.Access;
using Pst.Web.Hosting;

namespace Pst.Web.Pages.Operations;

/// <summary>Does everything run? For who keeps the program.</summary>
[Authorize(Policies.Operate)]
public sealed class IndexModel(StandingReads reads, ProjectionRunner runner) : PageModel
{
    public Standing Standing { get; private set; } = null!;
    public static string Version { get; } = typeof(IndexModel).Assembly.GetName().Version!.ToString(3);
    public static string Node => EventStore.DataSources.Node;

    public async Task OnGetAsync(CancellationToken cancel) => Standing = await reads.ReadAsync(cancel);

    /// <summary>Fills a projection anew, with the streams that it passed over.</summary>
    public async Task<IActionResult> OnPostAsync(string name, CancellationToken cancel)
    {
        if (!KeptProjections.Names.Contains(name)) return NotFound();
        await runner.AskAsync(name, cancel);
        return RedirectToPage();
    }
}
