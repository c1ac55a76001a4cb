using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pst.Web.Access;
using Pst.Web.Identity;

namespace Pst.Web.Pages.Roster;

/// <summary>Who is on duty where the desk stands empty: the coming four weeks.</summary>
[Authorize(Policies.Serve)]
public sealed class IndexModel(OfficeDoor door, Officers officers, TimeProvider clock) : PageModel
{
    const int Days = 28;

    public OpenOffice Office { get; private set; } = null!;
    public IReadOnlyList<Person> People { get; private set; } = [];
    public DateOnly Today => Office.State.Hours.LocalDay(clock.GetUtcNow());
    public bool MaySet => User.ToCaller()!.Role.May(Act.SetDuties);

    /// <summary>The days from today on that the office is open, and those on which somebody is on duty all the same.</summary>
    public IEnumerable<DateOnly> Shown => Enumerable.Range(0, Days).Select(Today.AddDays)
        .Where(it => Office.State.Hours.SpansOn(it).Count > 0 || Office.State.OnDuty(it) is not null);

    /// <summary>Where one's own notices go; null for nowhere.</summary>
    public string? Email => People.FirstOrDefault(it => it.ToCaller().Id == User.ToCaller()!.Id)?.Email;

    /// <summary>What was refused just now.</summary>
    [TempData] public string? Refusal { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await door.OpenAsync(User.ToCaller()!, null, cancel) is not { } open) return NotFound();
        (Office, People) = (open, await officers.OfAsync(open.Code, cancel));
        return Page();
    }

    /// <summary>As colleagues call who is on duty; a dash for nobody, or somebody whose account was closed.</summary>
    public string NameOn(DateOnly day) => People.FirstOrDefault(it => it.Id == Office.State.OnDuty(day))?.Name ?? "–";
}
