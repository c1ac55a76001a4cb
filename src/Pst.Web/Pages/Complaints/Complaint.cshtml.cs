using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pst.Domain;
using Pst.Web.Access;
using Pst.Web.Complaints;
using Pst.Web.Pages.Forms;
using Pst.Web.Vault;

namespace Pst.Web.Pages.Complaints;

/// <summary>One complaint: how far it is, what was written, what may be done next. Who complains shows only when it is opened.</summary>
[Authorize(Policies.SeeComplaints)]
public sealed class ComplaintModel(
    OfficeDoor door, ComplaintReads reads, ComplaintForms forms, VisitorFile file, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)] public OfficeCode Office { get; set; }
    [BindProperty(SupportsGet = true)] public ComplaintId Id { get; set; }

    public OpenOffice Open { get; private set; } = null!;
    public ComplaintStory Story { get; private set; } = null!;
    public DateOnly Today { get; private set; }

    /// <summary>Null until somebody opens it.</summary>
    public ComplainantDetails? Complainant { get; private set; }

    /// <summary>The form that was sent, and why it did not get through.</summary>
    public (string Command, FormFields Form, FormAnswer Answer)? Sent { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid || await door.OpenAsync(User.ToCaller()!, Office, cancel) is not { } open) return NotFound();
        if (await reads.ToStaffAsync(open.Code, Id, User.ToCaller()!, cancel) is not { } story) return NotFound();
        (Open, Story, Today) = (open, story, open.Zone.Day(clock.GetUtcNow()));
        return Page();
    }

    /// <summary>A file that was attached, to be kept and not shown; who opens it is recorded.</summary>
    public async Task<IActionResult> OnGetFileAsync([FromQuery(Name = "berkas")] AttachmentId which, CancellationToken cancel)
    {
        var caller = User.ToCaller()!;
        if (!ModelState.IsValid || await door.OpenAsync(caller, Office, cancel) is not { } open
            || await file.OpenAttachmentAsync(open.Code, Id, which, caller, cancel) is not { } content) return NotFound();
        Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        return File(content, "application/pdf", $"lampiran-{which.Value.ToString()[..8]}.pdf");
    }

    public async Task<IActionResult> OnPostAsync([FromForm(Name = "_do")] string? command, CancellationToken cancel)
    {
        var caller = User.ToCaller()!;
        if (!ModelState.IsValid || await door.OpenAsync(caller, Office, cancel) is null) return NotFound();
        if (command == "open") Complainant = await file.OpenComplainantAsync(Office, Id, caller, cancel);
        else if (await forms.SendAsync(Request, caller, Office, Id, command ?? "", cancel) is { } answer)
            Sent = (command ?? "", await FormFields.ReadAsync(Request, cancel), answer);
        else return RedirectToPage(new { Office, Id });
        return await OnGetAsync(cancel);
    }

    /// <summary>What was typed into a form that did not get through; nothing else.</summary>
    public string? Typed(string command, string field) => Sent is var (sent, form, _) && sent == command ? form[field] : null;

    /// <summary>Where a tap opens WhatsApp to write to the complainant; a person presses send.</summary>
    public string WhatsApp(string phone) =>
        $"https://wa.me/62{phone[1..]}?text={Uri.EscapeDataString($"{Open.State.Details.Name}: {Story.Row.Code}")}";
}
