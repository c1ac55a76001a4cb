using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pst.Domain;
using Pst.Web.Library;
using Pst.Web.Pages.Home;
using Pst.Web.Writing;

namespace Pst.Web.Pages.Library;

/// <summary>One publication: what it says, in which forms it is to be had, and where.</summary>
[AllowAnonymous]
public sealed class PublicationModel(
    CatalogueSearch search, OfficeDirectory offices, OfficeMemory memory, TimeProvider clock) : PageModel
{
    public PublicationLine It { get; private set; } = null!;
    public CatalogueView View { get; private set; } = null!;

    /// <summary>The offices that give a softcopy on request: its own, or, where that is not one of them, any.</summary>
    public IReadOnlyList<OfficeCode> GivesSoftcopy { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(PublicationId id, CancellationToken cancel)
    {
        if (!ModelState.IsValid || await search.FindAsync(id, cancel) is not { } found) return NotFound();
        var names = (await offices.ListAsync(cancel)).ToDictionary(it => it.Code, it => it.Name);
        (It, View) = (found, new(CatalogueAddress.Of(Request.Query), SearchAnswer.None, names));
        if (found.Withdrawn is null) GivesSoftcopy = await GivingAsync(names.Keys, found.Office, cancel);
        return Page();
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
