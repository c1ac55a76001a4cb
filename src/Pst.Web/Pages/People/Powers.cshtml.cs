using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pst.Web.Access;
using Pst.Web.Writing;

namespace Pst.Web.Pages.People;

/// <summary>Who may do what: <see cref="Permissions"/> itself, asked for every role.</summary>
[Authorize(Policies.SetPeople)]
public sealed class PowersModel : PageModel
{
    public static IReadOnlyList<Role> Roles { get; } = Enum.GetValues<Role>();

    /// <summary>The commands on a visit, then all else.</summary>
    public static IReadOnlyList<(string Name, IReadOnlyList<Role> Roles)> Powers { get; } =
    [
        .. CommandBodies.Names.Select(it => (it, Those(role => role.MayCommand(it)))),
        .. Enum.GetValues<Act>().Select(it => ($"{it}", Those(role => role.May(it)))),
    ];

    public void OnGet() { }

    static IReadOnlyList<Role> Those(Func<Role, bool> may) => [.. Roles.Where(may)];
}
