using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Pst.Web.Pages.Home;

/// <summary>Where everybody begins.</summary>
[AllowAnonymous]
public sealed class IndexModel : PageModel;
