using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pst.Web.Library;
using Pst.Web.Online;
using Pst.Web.Pages.Home;

namespace Pst.Web.Pages.Library;

/// <summary>The catalogue for everybody: by words, by what there is of each kind, while one types and without script.</summary>
[AllowAnonymous]
public sealed class IndexModel(CatalogueSearch search, MissedWords missed, OfficeDirectory offices, LibraryVisits library) : PageModel
{
    public CatalogueView View { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var asked = CatalogueAddress.Of(Request.Query);
        if (asked.Text.Length > 0 || asked.HasChoice) await library.SearchedAsync(HttpContext, cancel);
        var answer = await search.AskAsync(asked.Question, cancel);
        // Half a word is no question yet; what was left out by a choice is there.
        var isMeant = !Request.Headers.ContainsKey("HX-Request") && asked is { Question: { After: null }, HasChoice: false };
        if (isMeant && answer.Way is SearchWay.Partial or SearchWay.Nothing) await missed.CountAsync(asked.Text, cancel);
        var names = (await offices.ListAsync(cancel)).ToDictionary(it => it.Code, it => it.Name);
        View = new(asked, answer, names);
    }
}
