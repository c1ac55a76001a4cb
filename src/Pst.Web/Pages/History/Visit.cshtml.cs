using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Pst.Domain;
using Pst.Projections;
using Pst.Web.Access;
using Pst.Web.Pages.Forms;

namespace Pst.Web.Pages.History;

/// <summary>All that happened in one visit, as it was entered and as it was corrected.</summary>
[Authorize(Policies.SeeEvents)]
public sealed class VisitModel(OfficeDoor door, StoryReads reads, VisitForms forms) : PageModel
{
    [BindProperty(SupportsGet = true)] public OfficeCode Office { get; set; }
    [BindProperty(SupportsGet = true)] public VisitId Visit { get; set; }

    /// <summary>After which event the visit is shown; null for the last.</summary>
    [BindProperty(Name = "versi", SupportsGet = true)] public int? Version { get; set; }

    public OpenOffice Open { get; private set; } = null!;
    public StoryView Story { get; private set; } = null!;
    public FormAnswer Answer { get; private set; } = new FormAnswer.Blank();
    public bool MaySeeLog => User.ToCaller()!.Role.May(Act.SeeLog);
    public bool MaySeePast => User.ToCaller()!.Role.May(Act.SeePast);
    public bool MaySeePersons => User.ToCaller()!.Role.May(Act.SeeVisitors);
    public bool MayCorrect => Story.Visit.Status != VisitStatus.Voided && User.ToCaller()!.Role.MayCommand("correct");

    /// <summary>Facts in the reader's language.</summary>
    public FactWords FactWords(IStringLocalizer<Sentences> text) => new(text, Open.Zone, Open.Zone.Day(Story.Visit.ArrivedAt));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid || await door.OpenAsync(User.ToCaller()!, Office, cancel) is not { } open) return NotFound();
        if (await reads.ReadAsync(open, Visit, User.ToCaller()!, Version, cancel) is not { } story) return NotFound();
        (Open, Story) = (open, story);
        return Page();
    }

    /// <param name="change">A field and what it becomes, where both are chosen from one list: "purpose=4".</param>
    public async Task<IActionResult> OnPostCorrectAsync([FromForm(Name = "_change")] string? change, CancellationToken cancel)
    {
        var fields = await FormFields.ReadAsync(Request, cancel);
        if (change?.Split('=') is [var field, var to]) fields = fields.With("field", field).With("to", to);
        return await SendAsync("correct", fields, cancel);
    }

    public async Task<IActionResult> OnPostVoidAsync(CancellationToken cancel) =>
        await SendAsync("void", await FormFields.ReadAsync(Request, cancel), cancel);

    async Task<IActionResult> SendAsync(string command, FormFields fields, CancellationToken cancel)
    {
        Answer = await forms.SendAsync(HttpContext, Visit, command, fields, cancel);
        return Answer.IsDone ? RedirectToPage(new { Office, Visit }) : await OnGetAsync(cancel);
    }
}
