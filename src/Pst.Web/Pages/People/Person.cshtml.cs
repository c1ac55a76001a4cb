using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Pst.Domain;
using Pst.Web.Access;
using Pst.Web.Identity;

namespace Pst.Web.Pages.People;

/// <summary>One account: a link for a new password, shown once; closing and opening it.</summary>
[Authorize(Policies.SetPeople)]
public sealed class PersonModel(
    PeopleContext context, Accounts accounts, SecondSteps steps, Invitations invitations, TimeProvider clock) : PageModel
{
    public const string SecretKey = "invitation", SentKey = "invitation-sent";

    public Person Person { get; private set; } = null!;
    public string? Link => TempData[SecretKey] is string secret ? LinkOf(Request)(secret) : null;
    public bool IsSent => TempData[SentKey] is true;
    public bool IsLockedOut => Person.LockoutEnd > clock.GetUtcNow();

    /// <summary>The link around an invitation's secret.</summary>
    public static Func<string, string> LinkOf(HttpRequest request) => secret => $"{request.Scheme}://{request.Host}/undangan/{secret}";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await FindAsync(id, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, string act, EmailAddress? email, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel)) return NotFound();
        if (!ModelState.IsValid) return Page();
        await ActAsync(act, email, cancel);
        return act is "disable" or "enable" ? RedirectToPage("/People/Index") : RedirectToPage();
    }

    Task ActAsync(string act, EmailAddress? email, CancellationToken cancel) => act switch
    {
        "invite" => InviteAsync(email, cancel),
        "everywhere" => accounts.SignOutEverywhereAsync(Person),
        "unlock" => accounts.UnlockAsync(Person),
        "forget" => steps.RemoveAsync(Person),
        _ => accounts.SetDisabledAsync(Person, act == "disable"),
    };

    async Task InviteAsync(EmailAddress? email, CancellationToken cancel)
    {
        TempData[SecretKey] = await invitations.SendAsync(Person, email, LinkOf(Request), cancel);
        TempData[SentKey] = email is not null;
    }

    async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        var found = await context.ReadAsync(
            User.ToCaller()!.Office, people => people.SingleOrDefaultAsync(it => it.Id == id, cancel), cancel);
        Person = found!;
        return found is not null;
    }
}
