using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Pst.Domain;
using Pst.Web.Library;
using Pst.Web.Online;
using Pst.Web.Pages.Forms;
using Pst.Web.Softcopies;
using Pst.Web.Writing;

namespace Pst.Web.Pages.Softcopies;

/// <summary>Where anybody asks an office for a softcopy. It comes by mail: whoever fetches it reads mail at that address.</summary>
[AllowAnonymous, EnableRateLimiting(Limits.Stranger)]
public sealed class AskModel(
    CatalogueSearch search, OfficeMemory offices, SoftcopyForms forms, SoftcopyLinks links, LibraryVisits visits, TimeProvider clock)
    : PageModel
{
    [BindProperty(SupportsGet = true)] public PublicationId Id { get; set; }
    [BindProperty(SupportsGet = true, Name = "office")] public OfficeCode Office { get; set; }
    [BindProperty(Name = "_request")] public SoftcopyId Asked { get; set; } = new(Guid.CreateVersion7());

    public PublicationLine It { get; private set; } = null!;
    public string OfficeName { get; private set; } = "";
    public FormAnswer Answer { get; private set; } = new FormAnswer.Blank();

    /// <summary>The open one in which it is asked for; null where there is none in this office.</summary>
    public LibraryVisit? Visit { get; private set; }

    /// <summary>As typed, where it did not get through.</summary>
    public IReadOnlyDictionary<string, string> Filled { get; private set; } = new Dictionary<string, string>();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid || await search.FindAsync(Id, cancel) is not { } found
            || await offices.FindAsync(Office, cancel) is not { } state
            || state.StandardOn(state.Hours.LocalDay(clock.GetUtcNow())) is not { Digital.RequestForm: true }) return NotFound();
        (It, OfficeName) = (found, state.Details.Name);
        if (await visits.OfAsync(HttpContext, cancel) is { IsServed: true } visit && visit.Office.Code == Office) Visit = visit;
        if (Visit?.Account is { } own)
            Filled = new Dictionary<string, string> { ["name"] = own.Name, ["email"] = $"{own.Email}" };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await OnGetAsync(cancel) is NotFoundResult nowhere) return nowhere;
        if (await forms.AskAsync(Request, Office, Asked, Id, Visit, cancel) is not { } answer) return await AskedAsync(cancel);
        Answer = answer;
        Filled = (await FormFields.ReadAsync(Request, cancel)).Said.ToDictionary(it => it.Key, it => it.Value);
        return Page();
    }

    // The request's id is the command's: whoever sends the form again tells the visit nothing new.
    async Task<IActionResult> AskedAsync(CancellationToken cancel)
    {
        if (Visit is { } visit)
            await visits.RecordAsync(
                visit, "request_softcopy", new([new("requestId", $"{Asked}"), new("publicationId", $"{Id}")], $"{Asked}", null), cancel);
        return Redirect(links.RequestOf(Office, Asked));
    }
}
