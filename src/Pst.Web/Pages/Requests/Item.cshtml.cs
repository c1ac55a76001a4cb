using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pst.Domain;
using Pst.Projections;
using Pst.Web.Access;
using Pst.Web.OwnData;
using Pst.Web.Pages.Forms;
using Pst.Web.Vault;

namespace Pst.Web.Pages.Requests;

/// <summary>One request: whose it is shows when opened, which is recorded; settled, its visitor is told by mail.</summary>
[Authorize(Policies.SettleRequests)]
public sealed class ItemModel(OfficeDoor door, DataRequests requests, VisitorFile file, Settlements settlements, TimeProvider clock)
    : PageModel
{
    static readonly ReadPurpose Asked = new(Seen.Details, SeenFor.VisitorsRequest);

    [BindProperty(SupportsGet = true)] public OfficeCode Office { get; set; }
    [BindProperty(SupportsGet = true)] public VisitorId Visitor { get; set; }
    [BindProperty(SupportsGet = true)] public long Version { get; set; }

    public OpenOffice Open { get; private set; } = null!;
    public DataRequestLine Line { get; private set; } = null!;
    public DateTimeOffset Now => clock.GetUtcNow();
    public bool IsOpened { get; private set; }

    /// <summary>Null until opened, and where it was erased; so are the words.</summary>
    public VisitorDetails? Who { get; private set; }
    public string? Explanation { get; private set; }
    public FormAnswer Answer { get; private set; } = new FormAnswer.Blank();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await FindAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostOpenAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel)) return NotFound();
        var caller = User.ToCaller()!;
        Who = await file.OpenAsync(Office, Visitor, Asked, caller, cancel);
        if (Line.Request.Words is { } words)
            Explanation = await file.OpenTextAsync(Office, words, Asked with { What = Seen.Text }, caller, cancel);
        IsOpened = true;
        return Page();
    }

    public async Task<IActionResult> OnPostSettleAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel)) return NotFound();
        var form = await FormFields.ReadAsync(Request, cancel);
        if (await settlements.SettleAsync(Open, User.ToCaller()!, Line, form, cancel) is not { } answer)
            return RedirectToPage("Index", new { Office });
        Answer = answer;
        return Page();
    }

    async Task<bool> FindAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid || await door.OpenAsync(User.ToCaller()!, Office, cancel) is not { } open) return false;
        var lines = await requests.ListAsync(open.Code, cancel);
        if (lines.FirstOrDefault(it => it.Visitor == Visitor && it.Request.Version == Version) is not { } line) return false;
        (Open, Line) = (open, line);
        return true;
    }
}
