using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pst.Domain;
using Pst.Web.Access;

namespace Pst.Web.Pages.Erasing;

/// <summary>One Berita Acara Pemusnahan; a number that is not there leads to those that are.</summary>
[Authorize(Policies.SeeErasures)]
public sealed class MadeModel(OfficeDoor door, RetentionReads reads) : PageModel
{
    public BeritaAcaraPaper Paper { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(OfficeCode office, int number, CancellationToken cancel)
    {
        if (!ModelState.IsValid || await door.OpenAsync(User.ToCaller()!, office, cancel) is not { } open) return NotFound();
        if (await reads.PaperAsync(open, number, cancel) is not { } paper) return Redirect($"/pemusnahan/{office}");
        Paper = paper;
        return Page();
    }
}
