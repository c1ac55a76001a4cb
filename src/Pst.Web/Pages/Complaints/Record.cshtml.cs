using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pst.Domain;
using Pst.Web.Access;
using Pst.Web.Complaints;
using Pst.Web.Pages.Forms;

namespace Pst.Web.Pages.Complaints;

/// <summary>Writes down what came by the box, a call or a letter, so that it is handled like any other.</summary>
[Authorize(Policies.Serve), RequestSizeLimit(AttachedFiles.MostBytes)]
public sealed class RecordModel(OfficeDoor door, ComplaintForms forms) : PageModel
{
    [BindProperty(SupportsGet = true)] public OfficeCode Office { get; set; }
    [BindProperty(Name = "_complaint")] public ComplaintId Complaint { get; set; } = new(Guid.CreateVersion7());

    public OpenOffice Open { get; private set; } = null!;
    public FormAnswer Answer { get; private set; } = new FormAnswer.Blank();

    /// <summary>As typed, where it did not get through.</summary>
    public IReadOnlyDictionary<string, string> Filled { get; private set; } = new Dictionary<string, string>();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid || await door.OpenAsync(User.ToCaller()!, Office, cancel) is not { } open) return NotFound();
        Open = open;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid || await door.OpenAsync(User.ToCaller()!, Office, cancel) is null) return NotFound();
        if (await forms.SendAsync(Request, User.ToCaller()!, Office, Complaint, "receive", cancel) is not { } answer)
            return RedirectToPage("/Complaints/Complaint", new { Office, Id = Complaint });
        Answer = answer;
        Filled = (await FormFields.ReadAsync(Request, cancel)).Said.ToDictionary(it => it.Key, it => it.Value);
        return await OnGetAsync(cancel);
    }
}
