using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pst.Domain;
using Pst.Web.Access;
using Pst.Web.Library;
using Pst.Web.Pages.Home;

namespace Pst.Web.Pages.Library;

/// <summary>Imports of the catalogue: asked for here, followed here, and what came of them.</summary>
[Authorize(Policies.SetCatalogue), RequestSizeLimit(MostBytes)]
public sealed class KeepModel(ImportRuns runs, OfficeDirectory offices, TimeProvider clock) : PageModel
{
    const long MostBytes = 64 * 1024 * 1024;
    static readonly TimeSpan LongestImport = TimeSpan.FromMinutes(30);

    public IReadOnlyList<ImportRun> Runs { get; private set; } = [];

    /// <summary>What began longer ago and has no end was cut short.</summary>
    public bool IsGoingOn => Runs.Any(it => it.Finished is null && it.Started > clock.GetUtcNow() - LongestImport);

    public string? Missing { get; private set; }
    public bool IsRefused { get; private set; }

    public Task OnGetAsync(CancellationToken cancel) => LoadAsync(cancel);

    public async Task<IActionResult> OnPostAsync(IFormFileCollection files, OfficeCode? domain, CancellationToken cancel)
    {
        IsRefused = !ModelState.IsValid || files.Count == 0 || !await runs.BeginAsync(files, domain, cancel);
        return await DoneAsync(cancel);
    }

    public async Task<IActionResult> OnPostApiAsync(CancellationToken cancel)
    {
        var all = (await offices.ListAsync(cancel)).Select(it => it.Code.Value).ToList();
        IsRefused = runs.Missing is not null || all.Count == 0 || !await runs.BeginAsync(all, cancel);
        return await DoneAsync(cancel);
    }

    async Task<IActionResult> DoneAsync(CancellationToken cancel)
    {
        if (!IsRefused) return RedirectToPage();
        await LoadAsync(cancel);
        return Page();
    }

    async Task LoadAsync(CancellationToken cancel) => (Runs, Missing) = (await runs.RecentAsync(cancel), runs.Missing);
}
