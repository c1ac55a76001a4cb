using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pst.Domain;
using Pst.Web.Library;
using Pst.Web.Online;
using Pst.Web.Pages.Forms;
using Pst.Web.Pages.Home;
using Pst.Web.Softcopies;
using Pst.Web.Writing;

namespace Pst.Web.Pages.Library;

/// <summary>One publication: what it says, in which forms it is to be had, and where; in an open visit it is read and taken here.</summary>
[AllowAnonymous]
public sealed class PublicationModel(
    CatalogueSearch search, OfficeDirectory offices, OfficeMemory memory, LibraryVisits visits, PublicationPdf pdf, SelfCopies copies,
    TimeProvider clock)
    : PageModel
{
    public PublicationLine It { get; private set; } = null!;
    public CatalogueView View { get; private set; } = null!;

    /// <summary>The offices that give a softcopy on request: its own, or, where that is not one of them, any.</summary>
    public IReadOnlyList<OfficeCode> GivesSoftcopy { get; private set; } = [];

    /// <summary>In which it may be read or taken; null where none is open that may.</summary>
    public LibraryVisit? Visit { get; private set; }

    /// <summary>What came of reading or taking.</summary>
    public FormAnswer Answer { get; private set; } = new FormAnswer.Blank();

    public async Task<IActionResult> OnGetAsync(PublicationId id, CancellationToken cancel)
    {
        if (!ModelState.IsValid || await search.FindAsync(id, cancel) is not { } found) return NotFound();
        var names = (await offices.ListAsync(cancel)).ToDictionary(it => it.Code, it => it.Name);
        (It, View) = (found, new(CatalogueAddress.Of(Request.Query), SearchAnswer.None, names));
        if (found.Withdrawn is null) GivesSoftcopy = await GivingAsync(names.Keys, found.Office, cancel);
        if (await pdf.FindAsync(id, cancel) is not null) Visit = await visits.OfAsync(HttpContext, cancel);
        return Page();
    }

    /// <summary>Opens the file in the browser's own viewer.</summary>
    public Task<IActionResult> OnPostReadAsync(PublicationId id, CancellationToken cancel) =>
        UseAsync(id, "record_reading", (_, _, _) => Task.FromResult<IActionResult>(Redirect($"/pustaka/{id}/berkas")), cancel);

    /// <summary>Gives the file away, where the standard lets visitors take it by themselves; marked where it promises that.</summary>
    public Task<IActionResult> OnPostTakeAsync(PublicationId id, CancellationToken cancel) =>
        UseAsync(id, "download_softcopy", async (visit, form, path) =>
        {
            if (!visit.Standard.Digital.Watermark) return PhysicalFile(path, "application/pdf", $"{id}.pdf");
            var (at, answer) = await copies.AskAsync(Request, visit, new(Guid.Parse(form.CommandId!)), id, cancel);
            if (at is not null) return Redirect(at);
            Answer = answer!;
            return Page();
        }, cancel);

    async Task<IActionResult> UseAsync(
        PublicationId id, string command, Func<LibraryVisit, FormFields, string, Task<IActionResult>> give, CancellationToken cancel)
    {
        if (await OnGetAsync(id, cancel) is NotFoundResult nowhere) return nowhere;
        if (Visit is not { } visit || await pdf.FindAsync(id, cancel) is not { } path) return Redirect($"/pustaka/{id}");
        var form = await FormFields.ReadAsync(Request, cancel);
        Answer = await visits.RecordAsync(visit, command, form.With("publicationId", $"{id}"), cancel);
        return Answer.IsDone ? await give(visit, form, path) : Page();
    }

    async Task<IReadOnlyList<OfficeCode>> GivingAsync(IEnumerable<OfficeCode> all, OfficeCode own, CancellationToken cancel)
    {
        var giving = new List<OfficeCode>();
        foreach (var office in all)
            if (await memory.FindAsync(office, cancel) is { } state
                && state.StandardOn(state.Hours.LocalDay(clock.GetUtcNow())) is { Digital.RequestForm: true }) giving.Add(office);
        return giving.Contains(own) ? [own] : giving;
    }
}
