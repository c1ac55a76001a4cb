using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pst.Web.Access;

namespace Pst.Web.Pages.Kiosk;

/// <summary>Where a visitor begins.</summary>
[Authorize(Policies.Kiosk)]
public sealed class IndexModel : PageModel;
