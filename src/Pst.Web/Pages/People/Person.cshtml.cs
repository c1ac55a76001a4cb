using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Pst.Web.Access;
using Pst.Web.Identity;

namespace Pst.Web.Pages.People;

/// <summary>One account: a link for a new password, shown once; closing and opening it.</summary>
[Authorize(Policies.SetPeople)]
public sealed class PersonModel(PeopleContext context, Accounts accounts) : PageModel
{
    public const string SecretKey = "invitation";

    public Person Person { get; private set; } = null!;
    public string? Link => TempData[SecretKey] is string secret ? $"{Request.Scheme}://{Request.Host}/undangan/{secret}" : null;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await FindAsync(id, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, string act, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel)) return NotFound();
        if (act != "invite")
        {
            await accounts.SetDisabledAsync(Person, act == "disable");
            return RedirectToPage("/People/Index");
        }
        TempData[SecretKey] = await accounts.InviteAsync(Person, cancel);
        return RedirectToPage();
    }

    async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        var mine = User.ToCaller()!.Office;
        var found = await context.People.SingleOrDefaultAsync(it => it.Id == id && (mine == null || it.Office == mine), cancel);
        Person = found!;
        return found is not null;
    }
}
