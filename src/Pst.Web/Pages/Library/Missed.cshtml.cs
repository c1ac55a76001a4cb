using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pst.Web.Access;
using Pst.Web.Library;

namespace Pst.Web.Pages.Library;

/// <summary>What visitors looked for and did not find, for whoever keeps the library.</summary>
[Authorize(Policies.SeeMissedWords)]
public sealed class MissedModel(MissedWords missed) : PageModel
{
    public IReadOnlyList<MissedWord> Words { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) => Words = await missed.ListAsync(cancel);
}
