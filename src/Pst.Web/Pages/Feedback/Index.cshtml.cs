using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pst.Domain;
using Pst.Projections;
using Pst.Web.Access;
using Pst.Web.Vault;

namespace Pst.Web.Pages.Feedback;

/// <summary>
/// What visitors thought, once they have left: the low ratings without number or name, and their words for those who open them.
/// </summary>
[Authorize(Policies.SeeReports)]
public sealed class IndexModel(OfficeDoor door, RatingsBoard ratings, SoftcopyBoard softcopies, VisitorFile file, TimeProvider clock)
    : PageModel
{
    /// <summary>How many days are looked at.</summary>
    public const int Days = 30;

    public OpenOffice Office { get; private set; } = null!;
    public RatingsView View { get; private set; } = null!;

    /// <summary>What those thought who asked for softcopies.</summary>
    public SoftcopyRatings Softcopies { get; private set; } = null!;

    /// <summary>The comment that was opened, and its words; null words are no more.</summary>
    public (Guid Reference, string? Words)? Opened { get; private set; }

    public bool MayOpen => User.ToCaller()!.Role.May(Act.SeeVisitors);

    public async Task<IActionResult> OnGetAsync(OfficeCode? office, CancellationToken cancel)
    {
        if (!ModelState.IsValid || await door.OpenAsync(User.ToCaller()!, office, cancel) is not { } open) return NotFound();
        Office = open;
        var today = open.Zone.Day(clock.GetUtcNow());
        View = await ratings.ShowAsync(open.Code, open.State, today.AddDays(1 - Days), today, cancel);
        Softcopies = await softcopies.RatingsAsync(open.Code, open.Zone, today.AddDays(1 - Days), today, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(OfficeCode? office, [FromForm(Name = "_comment")] Guid comment, CancellationToken cancel)
    {
        if (!MayOpen || await OnGetAsync(office, cancel) is not PageResult page
            || View.Low.Concat(Softcopies.Low).All(it => it.CommentRef != comment))
            return NotFound();
        Opened = (comment, await file.OpenTextAsync(
            Office.Code, comment, new(Seen.Text, SeenFor.FollowUp), User.ToCaller()!, cancel));
        return page;
    }
}
