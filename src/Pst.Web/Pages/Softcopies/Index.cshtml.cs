using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pst.Domain;
using Pst.Projections;
using Pst.Web.Access;
using Pst.Web.Library;
using Pst.Web.Pages.Home;

namespace Pst.Web.Pages.Softcopies;

/// <summary>An office's requests for softcopies: what is due first, first; what was delivered, and what ended.</summary>
[Authorize(Policies.SeeSoftcopies)]
public sealed class IndexModel(
    OfficeDoor door, OfficeDirectory directory, SoftcopyBoard softcopies, PublicationTitles titles, TimeProvider clock) : PageModel
{
    /// <summary>Over how many days what visitors thought is told.</summary>
    public const int Days = 30;

    public OpenOffice? Office { get; private set; }
    public IReadOnlyList<(OfficeCode Code, string Name)> Offices { get; private set; } = [];
    public IReadOnlyList<(string Title, IReadOnlyList<SoftcopyLine> Lines)> Parts { get; private set; } = [];
    public IReadOnlyDictionary<PublicationId, string> Titles { get; private set; } = new Dictionary<PublicationId, string>();

    /// <summary>How those judged who asked, over the last days.</summary>
    public SoftcopyRatings Ratings { get; private set; } = null!;

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public async Task<IActionResult> OnGetAsync(OfficeCode? office, CancellationToken cancel)
    {
        Office = await door.OpenAsync(User.ToCaller()!, office, cancel);
        if (Office is null)
        {
            Offices = await directory.ListAsync(cancel);
            return office is null && User.ToCaller()!.Office is null && ModelState.IsValid ? Page() : NotFound();
        }
        var today = Office.Zone.Day(Now);
        var living = await softcopies.LivingAsync(Office.Code, cancel);
        Parts =
        [
            ("open", [.. living.Where(it => it.Row.IsOpen).OrderBy(it => it.Row.Asked.Due)]),
            ("delivered", [.. living.Where(it => !it.Row.IsOpen)]), ("ended", await softcopies.EndedAsync(Office.Code, cancel)),
        ];
        Ratings = await softcopies.RatingsAsync(Office.Code, Office.Zone, today.AddDays(1 - Days), today, cancel);
        Titles = await titles.OfAsync([.. Parts.SelectMany(it => it.Lines).Select(it => it.Row.Asked.PublicationId)], cancel);
        return Page();
    }
}
