using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Pst.Domain;
using Pst.Web.Access;
using Pst.Web.Identity;
using Pst.Web.Pages.Account;

namespace Pst.Web.Pages.People;

/// <summary>A new account, without a password: its person chooses one behind the link that is shown next.</summary>
[Authorize(Policies.SetPeople)]
public sealed class NewModel(Accounts accounts, Invitations invitations, IStringLocalizer<Sentences> text) : PageModel
{
    public static IReadOnlyList<Role> Roles { get; } = [Role.Staff, Role.Supervisor, Role.Manager, Role.Auditor, Role.Admin];

    [BindProperty] public string Name { get; set; } = "";
    [BindProperty] public string UserName { get; set; } = "";
    [BindProperty] public Role Role { get; set; } = Role.Staff;
    [BindProperty] public OfficeCode? Office { get; set; }
    [BindProperty] public EmailAddress? Email { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!IsInReach()) ModelState.AddModelError("", text["Peran ini memerlukan kantor. Isikan kode kantornya."]);
        if (!ModelState.IsValid) return Page();

        var (person, result) = await accounts.MakeAsync(Name, UserName, Role, Office, Email);
        ModelState.Add(result, text);
        if (!result.Succeeded) return Page();

        TempData[PersonModel.SecretKey] = await invitations.SendAsync(person, Email, PersonModel.LinkOf(Request), cancel);
        TempData[PersonModel.SentKey] = Email is not null;
        return RedirectToPage("/People/Person", new { person.Id });
    }

    // Staff work in one office, and the administrator of one office makes accounts for it alone.
    bool IsInReach() => Roles.Contains(Role)
        && (Office is { } office ? User.ToCaller()!.Sees(office) : Role > Role.Supervisor && User.ToCaller()!.Office is null);
}
