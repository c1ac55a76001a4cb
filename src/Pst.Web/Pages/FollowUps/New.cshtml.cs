using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pst.Domain;
using Pst.Web.Access;
using Pst.Web.Identity;
using Pst.Web.Pages.Forms;

namespace Pst.Web.Pages.FollowUps;

/// <summary>
/// Opens an action. Who comes from a figure brings its cause in the address:
/// <c>?sebab=low_element&amp;unsur=WAKTU&amp;dari=2026-03-01&amp;sampai=2026-03-31</c>, <c>?sebab=missed_promise&amp;kunjungan=…</c>.
/// </summary>
[Authorize(Policies.FollowUp)]
public sealed class NewModel(OfficeDoor door, Officers officers, FollowUpForms forms, TimeProvider clock) : PageModel
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
        string? sebab, string? unsur, string? kunjungan, string? dari, string? sampai, CancellationToken cancel)
    {
        Filled = new Dictionary<string, string?>
        {
            ["cause"] = sebab, ["element"] = unsur, ["visit"] = kunjungan, ["from"] = dari, ["to"] = sampai,
        };
        return await ShowAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid) return NotFound();
        var form = await FormFields.ReadAsync(Request, cancel);
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
        (Open, People, Today) = (open, await officers.OfAsync(open.Code, cancel), open.Zone.Day(clock.GetUtcNow()));
        return Page();
    }
}
