using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Pst.Domain;
using Pst.Web.Access;
using Pst.Web.Complaints;
using Pst.Web.Pages.Forms;
using Pst.Web.Writing;

namespace Pst.Web.Pages.Complaints;

/// <summary>Where anybody complains, with a name or without. Whoever sent it goes on to its own page.</summary>
[AllowAnonymous, EnableRateLimiting(Limits.Stranger), RequestSizeLimit(AttachedFiles.MostBytes)]
public sealed class NewModel(OfficeMemory offices, ComplaintForms forms, ComplaintLinks links, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)] public OfficeCode Office { get; set; }
    [BindProperty(Name = "_complaint")] public ComplaintId Complaint { get; set; } = new(Guid.CreateVersion7());

    public OpenOffice Open { get; private set; } = null!;
    public FormAnswer Answer { get; private set; } = new FormAnswer.Blank();

    /// <summary>As typed, where it did not get through.</summary>
    public IReadOnlyDictionary<string, string> Filled { get; private set; } = new Dictionary<string, string>();

    /// <summary>The office's own ways, as its standard names them.</summary>
    public IReadOnlyList<ComplaintChannel> Channels =>
        Open.State.StandardOn(Open.Zone.Day(clock.GetUtcNow()))?.Complaints ?? [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid || await offices.FindAsync(Office, cancel) is not { } state) return NotFound();
        Open = new(Office, state);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid || await offices.FindAsync(Office, cancel) is null) return NotFound();
        var complainant = new Caller("complainant", Role.Visitor, Office);
        if (await forms.SendAsync(Request, complainant, Office, Complaint, "receive", cancel) is not { } answer)
            return Redirect($"/p/{links.TokenOf(Office, Complaint)}");
        Answer = answer;
        Filled = (await FormFields.ReadAsync(Request, cancel)).Said.ToDictionary(it => it.Key, it => it.Value);
        return await OnGetAsync(cancel);
    }
}
