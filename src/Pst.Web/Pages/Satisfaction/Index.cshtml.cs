using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Pst.Domain;
using Pst.Web.Access;
using Pst.Web.Pages.FollowUps;
using Pst.Web.Pages.Overview;
using Pst.Web.Paper;
using Pst.Web.Vault;

namespace Pst.Web.Pages.Satisfaction;

/// <summary>The public satisfaction index of a period (PermenPANRB 14/2017), its table, the plan, and what visitors wrote.</summary>
[Authorize(Policies.SeeReports)]
public sealed class IndexModel(
    IkmDoor door, VisitorFile file, FollowUpReads actions, IStringLocalizer<Sentences> text) : PageModel
{
    public IkmView View { get; private set; } = null!;

    /// <summary>The comment that was opened, and its words; null words are no more.</summary>
    public (Guid Reference, string? Words)? Opened { get; private set; }

    /// <summary>The rencana tindak lanjut of the period.</summary>
    public Table Plan { get; private set; } = null!;

    public bool SeesRespondents => OverviewView.SeesSmall(User.ToCaller()!, View.Office.Code);
    public bool MayOpen => User.ToCaller()!.Role.May(Act.SeeVisitors);

    public PaperChart? Chart => View.Sums.Ikm is null ? null : PaperChart.Of(View.Tables[0], 1, 4, isLying: true, most: 4);

    public async Task<IActionResult> OnGetAsync(OfficeCode? office, [FromQuery(Name = "posisi")] long? position, CancellationToken cancel)
    {
        if (!ModelState.IsValid || await door.OpenAsync(User.ToCaller()!, office, Request.Query, position, cancel) is not { } view)
            return NotFound();
        View = view;
        var period = view.Choice.Period;
        var plan = await actions.PlanAsync(view.Office, period.From, period.To, view.Facts.Computed, cancel);
        Plan = Languages.OnPaper(() => FollowUpTables.Of(plan, text));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(OfficeCode? office, [FromForm(Name = "_comment")] Guid comment, CancellationToken cancel)
    {
        if (!MayOpen || await OnGetAsync(office, null, cancel) is not PageResult page || View.Comments.All(it => it.Comment != comment))
            return NotFound();
        Opened = (comment, await file.OpenTextAsync(
            View.Office.Code, comment, new(Seen.Text, SeenFor.FollowUp), User.ToCaller()!, cancel));
        return page;
    }
}
