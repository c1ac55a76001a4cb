using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pst.Web.Access;

namespace Pst.Web.Pages.Desk;

/// <summary>The button that calls the next visitor.</summary>
[Authorize(Policies.Serve)]
public sealed class NextModel(NextVisitor next) : PageModel
{
    public IActionResult OnGet() => RedirectToPage("/Desk/Index");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        RedirectToPage("/Desk/Index", new { visit = await next.CallAsync(HttpContext, cancel) });
}
