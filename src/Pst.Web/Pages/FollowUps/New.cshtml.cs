using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pst.Domain;
using Pst.Projections;
using Pst.Web.Access;
using Pst.Web.Identity;
using Pst.Web.Pages.Forms;

namespace Pst.Web.Pages.FollowUps;

/// <summary>
/// Opens an action. Who comes from a figure brings its cause in the address:
/// <c>?sebab=low_element&amp;unsur=WAKTU&amp;dari=2026-03-01&amp;sampai=2026-03-31</c>, <c>?sebab=missed_promise&amp;kunjungan=…</c>,
/// <c>?sebab=complaint&amp;pengaduan=PGD260302001</c>.
/// </summary>
[Authorize(Policies.FollowUp)]
public sealed class NewModel(
    OfficeDoor door, Officers officers, FollowUpForms forms, ComplaintBoard complaints, TimeProvider clock) : PageModel
{
    const int UsualDays = 30;

    [BindProperty(SupportsGet = true)] public OfficeCode Office { get; set; }
    [BindProperty(Name = "_action")] public FollowUpId Action { get; set; } = new(Guid.CreateVersion7());

    public OpenOffice Open { get; private set; } = null!;
    public IReadOnlyList<Person> People { get; private set; } = [];
    public FormAnswer Answer { get; private set; } = new FormAnswer.Blank();
    public DateOnly Today { get; private set; }

    /// <summary>What stands in the fields: as typed, else as the address says.</summary>
    public IReadOnlyDictionary<string, string?> Filled { get; private set; } = new Dictionary<string, string?>();

    public async Task<IActionResult> OnGetAsync(
        string? sebab, string? unsur, string? kunjungan, string? pengaduan, string? dari, string? sampai, CancellationToken cancel)
    {
        Filled = new Dictionary<string, string?>
        {
            ["cause"] = sebab, ["element"] = unsur, ["visit"] = kunjungan, ["from"] = dari, ["to"] = sampai,
            ["complaint"] = pengaduan,
        };
        return await ShowAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var form = await FormFields.ReadAsync(Request, cancel);
        if (!ModelState.IsValid || await ComplaintAsync(form["complaint"], cancel) is false) return NotFound();
        if (await forms.SendAsync(User.ToCaller()!, Office, Action, "open", form, cancel) is not { } answer)
            return RedirectToPage("/FollowUps/Action", new { Office, Id = Action });
        (Answer, Filled) = (answer, form.Said.ToDictionary(it => it.Key, it => (string?)it.Value));
        return await ShowAsync(cancel);
    }

    public string? Value(string name) => Filled.GetValueOrDefault(name);

    /// <summary>As chosen; else whoever opens it.</summary>
    public string Owner => Value("owner") ?? User.ToCaller()!.Id.Split(':')[^1];

    public DateOnly Usual => Today.AddDays(UsualDays);

    async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid || await door.OpenAsync(User.ToCaller()!, Office, cancel) is not { } open) return NotFound();
        if (await ComplaintAsync(Value("complaint"), cancel) is false) return NotFound();
        (Open, People, Today) = (open, await officers.OfAsync(open.Code, cancel), open.Zone.Day(clock.GetUtcNow()));
        return Page();
    }

    // Whether the office has the one that is named; null where none is.
    async Task<bool?> ComplaintAsync(string? code, CancellationToken cancel) => code is not { Length: > 0 } ? null
        : ComplaintCode.TryParse(code, null, out var named) && await complaints.FindAsync(Office, named, cancel) is not null;
}
