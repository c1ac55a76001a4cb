using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pst.Domain;
using Pst.Projections;
using Pst.Web.Access;
using Pst.Web.Pages.Forms;
using Pst.Web.Vault;

namespace Pst.Web.Pages.History;

/// <summary>Who came, opened from the visit's history: it asks what for, records it, and only then shows.</summary>
[Authorize(Policies.SeeVisitors)]
public sealed class PersonalModel(OfficeDoor door, Visits visits, PersonalReads reads, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)] public OfficeCode Office { get; set; }
    [BindProperty(SupportsGet = true)] public VisitId Visit { get; set; }

    public OpenOffice Open { get; private set; } = null!;
    public VisitView View { get; private set; } = null!;

    /// <summary>Null until opened.</summary>
    public PersonalPart? Opened { get; private set; }

    public IReadOnlyDictionary<string, string[]>? Wrong { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await FindAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel)) return NotFound();
        var asked = WhyOpen.Read(await FormFields.ReadAsync(Request, cancel), Seen.Details, Visit);
        if (asked is Valid<ReadPurpose>(var purpose))
            Opened = await reads.OpenAsync(Office, View, purpose, User.ToCaller()!, cancel);
        else
            Wrong = ((Invalid<ReadPurpose>)asked).Errors.Sentences(System.Globalization.CultureInfo.CurrentUICulture);
        return Page();
    }

    async Task<bool> FindAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid || await door.OpenAsync(User.ToCaller()!, Office, cancel) is not { } open) return false;
        var found = await visits.FindAsync(open.Code, open.State, Visit, VisitMoment.Now, clock.GetUtcNow(), cancel);
        (Open, View) = (open, found!);
        return found is not null;
    }
}
