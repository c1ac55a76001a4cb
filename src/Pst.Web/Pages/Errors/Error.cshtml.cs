using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Pst.Web.Pages.Errors;

/// <summary>Says what happened and what can be done; the status is that of the request that failed.</summary>
[AllowAnonymous, IgnoreAntiforgeryToken, ResponseCache(NoStore = true)]
public sealed class ErrorModel : PageModel
{
    static readonly int[] Told = [400, 403, 404, 429, 503];

    public int Code { get; private set; }

    /// <summary>The status that has sentences of its own, else 500.</summary>
    public int Shown => Told.Contains(Code) ? Code : 500;

    public void OnGet(int code) => Code = code == StatusCodes.Status500InternalServerError ? Response.StatusCode : code;

    public void OnPost(int code) => OnGet(code);
}
