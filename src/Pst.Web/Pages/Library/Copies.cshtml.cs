using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pst.Domain;
using Pst.Web.Access;
using Pst.Web.Library;

namespace Pst.Web.Pages.Library;

/// <summary>The own office's printed copies of a publication, and their label for the shelf.</summary>
[Authorize(Policies.Serve)]
public sealed class CopiesModel(CatalogueSearch search, Shelves shelves) : PageModel
{
    public PublicationLine It { get; private set; } = null!;
    public OfficeCode Office { get; private set; }
    public Shelf? Shelf { get; private set; }
    public bool IsWrong { get; private set; }

    public async Task<IActionResult> OnGetAsync(PublicationId id, CancellationToken cancel) =>
        await LoadAsync(id, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(PublicationId id, string? mark, int? copies, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel)) return NotFound();
        var line = PlainAbstract.Line(mark ?? "");
        var isNamed = line.Length is > 0 and <= Shelves.LongestMark || copies == 0;
        IsWrong = !ModelState.IsValid || copies is not (>= 0 and <= Shelves.MostCopies) || !isNamed;
        if (IsWrong) return Page();
        await shelves.PutAsync(Office, id, line, copies ?? 0, cancel);
        return RedirectToPage(new { id });
    }

    async Task<bool> LoadAsync(PublicationId id, CancellationToken cancel)
    {
        if (User.ToCaller()!.Office is not { } office || await search.FindAsync(id, cancel) is not { } found) return false;
        (It, Office, Shelf) = (found, office, found.Shelves.FirstOrDefault(it => it.Office == office));
        return true;
    }
}
