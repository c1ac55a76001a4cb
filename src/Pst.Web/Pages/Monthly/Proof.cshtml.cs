using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pst.Web.Monthly;
using Pst.Web.Writing;

namespace Pst.Web.Pages.Monthly;

/// <summary>
/// Where the code on a report's paper leads: its figures computed anew from the log, and whether they are what the paper says. Whoever
/// holds the paper may look; it is the same figures.
/// </summary>
[AllowAnonymous]
public sealed class ProofModel(ProofLinks proofs, OfficeMemory offices, MonthReports reports, KeptReports kept) : PageModel
{
    /// <summary>As the log gives them now.</summary>
    public MonthReport Report { get; private set; } = null!;

    public bool IsEqual { get; private set; }

    /// <summary>By what the paper's figures are known.</summary>
    public string OnPaper { get; private set; } = "";

    /// <summary>What the paper says otherwise, where it was kept; null where it was not, or nothing differs.</summary>
    public Pst.Web.Paper.Table? Differences { get; private set; }

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancel)
    {
        if (proofs.Read(code) is not { } paper || await offices.FindAsync(paper.Office, cancel) is not { } state
            || await reports.AtAsync(paper.Office, state, paper.Month, paper.Position, cancel) is not { } report)
            return NotFound();
        (Report, OnPaper) = (report, MonthReport.Spell(paper.Digest));
        IsEqual = report.Digest.AsSpan().SequenceEqual(paper.Digest);
        if (!IsEqual) Differences = await DifferencesAsync(paper, cancel);
        return Page();
    }

    async Task<Pst.Web.Paper.Table?> DifferencesAsync(Proven paper, CancellationToken cancel)
    {
        var all = await kept.OfMonthAsync(paper.Office, paper.Month.From, cancel);
        return all.FirstOrDefault(it => it.Report.Digest.AsSpan().SequenceEqual(paper.Digest)) is { } found
            ? Languages.OnPaper(() => Revisions.Changes(found.Report, Report)) : null;
    }
}
