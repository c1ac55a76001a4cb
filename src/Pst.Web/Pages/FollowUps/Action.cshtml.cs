using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pst.Domain;
using Pst.Projections;
using Pst.Web.Access;
using Pst.Web.Identity;
using Pst.Web.Pages.Forms;

namespace Pst.Web.Pages.FollowUps;

/// <summary>One action: what is done, who answers for it, all that happened, and what may be done next.</summary>
[Authorize(Policies.SeeReports)]
public sealed class ActionModel(
    OfficeDoor door, FollowUpReads reads, FollowUpForms forms, Officers officers, ComplaintBoard complaints, TimeProvider clock)
    : PageModel
{
    [BindProperty(SupportsGet = true)] public OfficeCode Office { get; set; }
    [BindProperty(SupportsGet = true)] public FollowUpId Id { get; set; }

    public OpenOffice Open { get; private set; } = null!;
    public FollowUpItem Item { get; private set; } = null!;
    public IReadOnlyList<FollowUpEntry> Entries { get; private set; } = [];
    public IReadOnlyList<Person> People { get; private set; } = [];
    public DateOnly Today { get; private set; }

    /// <summary>The complaint that it is about, for those who may read complaints.</summary>
    public ComplaintId? Complaint { get; private set; }

    public bool MayAct => User.ToCaller()!.Role.May(Act.FollowUp);

    /// <summary>The form that was sent, and what became of it.</summary>
    public (string Command, FormFields Form, FormAnswer Answer)? Sent { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid || await door.OpenAsync(User.ToCaller()!, Office, cancel) is not { } open) return NotFound();
        if (await reads.OneAsync(open.Code, Id, cancel) is not var (item, entries)) return NotFound();
        (Open, Item, Entries, Today) = (open, item, entries, open.Zone.Day(clock.GetUtcNow()));
        if (item.Row.Cause.Complaint is { } code && User.ToCaller()!.Role.May(Act.SeeComplaints))
            Complaint = (await complaints.FindAsync(open.Code, code, cancel))?.Id;
        if (MayAct) People = await officers.OfAsync(open.Code, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromForm(Name = "_do")] string? command, CancellationToken cancel)
    {
        var form = await FormFields.ReadAsync(Request, cancel);
        if (!ModelState.IsValid || await forms.SendAsync(User.ToCaller()!, Office, Id, command ?? "", form, cancel) is not { } answer)
            return ModelState.IsValid ? RedirectToPage(new { Office, Id }) : NotFound();
        Sent = (command ?? "", form, answer);
        return await OnGetAsync(cancel);
    }

    /// <summary>What was typed into a form that did not get through; nothing else.</summary>
    public string? Typed(string command, string field) => Sent is var (sent, form, _) && sent == command ? form[field] : null;

    public bool IsSent(string command) => Sent?.Command == command;
}
