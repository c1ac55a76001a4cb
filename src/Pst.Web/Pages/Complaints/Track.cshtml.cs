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

/// <summary>One's own complaint: how far it is, what was written, the way to write again. Who holds its address is its owner.</summary>
[AllowAnonymous, EnableRateLimiting(Limits.Kiosk), RequestSizeLimit(AttachedFiles.MostBytes)]
public sealed class TrackModel(
    OfficeMemory offices, ComplaintReads reads, ComplaintForms forms, ComplaintLinks links, PublicAddress address) : PageModel
{
    static readonly string[] Commands = ["reply", "accept"];

    [BindProperty(SupportsGet = true)] public string Token { get; set; } = "";

    public OpenOffice Open { get; private set; } = null!;
    public ComplaintStory Story { get; private set; } = null!;
    public FormAnswer Answer { get; private set; } = new FormAnswer.Blank();
    public string? Typed { get; private set; }
    public string Secret => links.SecretOf(Open.Code, Story.Id);
    public string FindAddress => address.Of(Request, $"/pengaduan/{Open.Code}/lacak");

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (links.Read(Token) is not var (office, complaint) || await offices.FindAsync(office, cancel) is not { } state
            || await reads.ToComplainantAsync(office, complaint, cancel) is not { } story) return NotFound();
        (Open, Story) = (new(office, state), story);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromForm(Name = "_do")] string? command, CancellationToken cancel)
    {
        if (links.Read(Token) is not var (office, complaint) || !Commands.Contains(command)) return NotFound();
        var complainant = new Caller("complainant", Role.Visitor, office);
        if (await forms.SendAsync(Request, complainant, office, complaint, command!, cancel) is not { } answer)
            return RedirectToPage(new { Token });
        (Answer, Typed) = (answer, Request.Form["message"]);
        return await OnGetAsync(cancel);
    }
}
