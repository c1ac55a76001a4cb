using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pst.Domain;
using Pst.Web.Access;
using Pst.Web.Pages.Forms;
using Pst.Web.Softcopies;
using Pst.Web.Vault;

namespace Pst.Web.Pages.Softcopies;

/// <summary>One request: its file is prepared, looked at and delivered, or it is declined. Who asked shows when it is opened.</summary>
[Authorize(Policies.SeeSoftcopies), RequestSizeLimit(MostBytes)]
public sealed class RequestModel(
    OfficeDoor door, SoftcopyReads reads, SoftcopyForms forms, SoftcopyFiles files, VisitorFile vault, TimeProvider clock) : PageModel
{
    const long MostBytes = 120 * 1024 * 1024;

    [BindProperty(SupportsGet = true)] public OfficeCode Office { get; set; }
    [BindProperty(SupportsGet = true)] public SoftcopyId Id { get; set; }

    public SoftcopyView It { get; private set; } = null!;
    public DueDay Due { get; private set; } = null!;
    public bool MayHandle => User.ToCaller() is { Office: not null, Role: var role } && role.MayHandleSoftcopies();

    /// <summary>What the visitor wrote, or why it was declined or called back.</summary>
    public IReadOnlyDictionary<Guid, string> Written { get; private set; } = new Dictionary<Guid, string>();

    /// <summary>Null until somebody opens it.</summary>
    public ComplainantDetails? Requester { get; private set; }

    public FormAnswer Answer { get; private set; } = new FormAnswer.Blank();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var caller = User.ToCaller()!;
        if (!ModelState.IsValid || await door.OpenAsync(caller, Office, cancel) is not { } open
            || await reads.FindAsync(open.Code, Id, cancel) is not { } found) return NotFound();
        (It, Due) = (found, new(found.Line.Row.Asked.Due, open, clock.GetUtcNow()));
        Guid[] texts = [.. ((Guid?[])[It.Line.Row.Asked.Why, It.Line.Row.Reason]).OfType<Guid>()];
        Written = await vault.OpenTextsAsync(Office, texts, ReadPurpose.OnScreen(Seen.Text, caller.Role), caller, cancel);
        return Page();
    }

    public async Task<IActionResult> OnGetFileAsync(CancellationToken cancel) =>
        await OnGetAsync(cancel) is PageResult && It.Line.Row.File is { } file && files.PathOf(file) is { } path && MayHandle
            ? PhysicalFile(path, "application/pdf", $"{It.Line.Row.Asked.Number}-periksa.pdf") : NotFound();

    public async Task<IActionResult> OnPostAsync([FromForm(Name = "_do")] string? command, CancellationToken cancel)
    {
        if (await OnGetAsync(cancel) is NotFoundResult nowhere) return nowhere;
        var caller = User.ToCaller()!;
        if (command == "open") Requester = await vault.OpenRequesterAsync(Office, Id, caller, cancel);
        else if (await forms.HandleAsync(Request, caller, Office, It.Line, command ?? "", cancel) is { } answer) Answer = answer;
        else return RedirectToPage(new { Office, Id });
        return Page();
    }
}
