using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pst.Domain;
using Pst.Web.Library;
using Pst.Web.Pages.Home;

namespace Pst.Web.Pages.Library;

/// <summary>One publication: what it says, in which forms it is to be had, and where.</summary>
[AllowAnonymous]
public sealed class PublicationModel(CatalogueSearch search, OfficeDirectory offices) : PageModel
{
    public PublicationLine It { get; private set; } = null!;
    public CatalogueView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(PublicationId id, CancellationToken cancel)
    {
        if (!ModelState.IsValid || await search.FindAsync(id, cancel) is not { } found) return NotFound();
        var names = (await offices.ListAsync(cancel)).ToDictionary(it => it.Code, it => it.Name);
        (It, View) = (found, new(CatalogueAddress.Of(Request.Query), SearchAnswer.None, names));
        return Page();
    }
}
