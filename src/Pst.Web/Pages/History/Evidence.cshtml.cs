using System.Net.Mime;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pst.Domain;
using Pst.Proof;
using Pst.Web.Access;
using Pst.Web.Proving;

namespace Pst.Web.Pages.History;

/// <summary>A visit with its proofs, to take home and check without us.</summary>
[Authorize(Policies.SeeLog)]
public sealed class EvidenceModel(OfficeDoor door, Evidence evidence) : PageModel
{
    [BindProperty(SupportsGet = true)] public OfficeCode Office { get; set; }
    [BindProperty(SupportsGet = true)] public VisitId Visit { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid || await door.OpenAsync(User.ToCaller()!, Office, cancel) is null) return NotFound();
        if (await evidence.OfVisitAsync(Office, Visit, cancel) is not { } bundle) return NotFound();
        return File(BundleFile.Write(bundle), MediaTypeNames.Application.Zip, $"bukti-{Office}-{Visit}.zip");
    }
}
