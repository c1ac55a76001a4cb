using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Pst.Web.Pages.Door;

/// <summary>For a code or pass that is good no more.</summary>
[AllowAnonymous]
public sealed class OverModel : PageModel
{
    public void OnGet() { }
}
