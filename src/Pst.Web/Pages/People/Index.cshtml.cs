using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Pst.Web.Access;
using Pst.Web.Identity;

namespace Pst.Web.Pages.People;

/// <summary>Who may sign in, as what and where.</summary>
[Authorize(Policies.SetPeople)]
public sealed class IndexModel(PeopleContext context) : PageModel
{
    public IReadOnlyList<Person> People { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) => People = await context.ReadAsync(
        User.ToCaller()!.Office, people => people.AsNoTracking().OrderBy(it => it.Name).ToListAsync(cancel), cancel);
}
