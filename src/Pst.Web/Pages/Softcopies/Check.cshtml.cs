using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pst.Projections;
using Pst.Web.Softcopies;

namespace Pst.Web.Pages.Softcopies;

/// <summary>For anybody: whether a softcopy was issued, by which office, when and of what. Never to whom.</summary>
[AllowAnonymous]
public sealed class CheckModel(SoftcopyLinks links, SoftcopyReads reads) : PageModel
{
    public string? Code { get; private set; }

    /// <summary>Null where no such softcopy was issued.</summary>
    public SoftcopyView? It { get; private set; }

    public async Task OnGetAsync(string? code, string? kode, CancellationToken cancel)
    {
        Code = code ?? kode;
        if (await links.FindAsync(Code, cancel) is { Row.DeliveredAt: not null } line)
            It = await reads.FindAsync(line.Row.Asked.Number.Office, line.Id, cancel);
    }
}
