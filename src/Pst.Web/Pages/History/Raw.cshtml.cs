using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pst.Domain;
using Pst.EventStore;
using Pst.Projections;
using Pst.Web.Access;
using Pst.Web.Hosting;

namespace Pst.Web.Pages.History;

/// <summary>One event as it is stored, to the letter, with its leaf in the log.</summary>
[Authorize(Policies.SeeLog)]
public sealed class RawModel(OfficeDoor door, PstDatabase database) : PageModel
{
    [BindProperty(SupportsGet = true)] public OfficeCode Office { get; set; }
    [BindProperty(SupportsGet = true)] public VisitId Visit { get; set; }
    [BindProperty(SupportsGet = true)] public long Version { get; set; }

    public LoggedEntry Entry { get; private set; } = null!;

    /// <summary>The leaf as the stored bytes make it.</summary>
    public byte[] Made { get; private set; } = [];

    public bool IsAsLogged => Entry.Leaf.AsSpan().SequenceEqual(Made);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid || await door.OpenAsync(User.ToCaller()!, Office, cancel) is null) return NotFound();
        await using var rows = await OfficeReads.QueryAsync(
            database.App, Office, LoggedEvents.Of(Office.Value, Visit.Value), cancel);
        if ((await LoggedEvents.ReadAsync(rows, cancel)).FirstOrDefault(it => it.Event!.Version == Version) is not { } entry)
            return NotFound();
        (Entry, Made) = (entry, entry.Event!.Leaf());
        return Page();
    }
}
