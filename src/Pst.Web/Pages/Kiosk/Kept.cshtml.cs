using System.Buffers.Text;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Pst.Web.Access;

namespace Pst.Web.Pages.Kiosk;

/// <summary>Where a kiosk's script sends what it kept through a network cut; no page for people.</summary>
[Authorize(Policies.Kiosk), EnableRateLimiting(Limits.Kiosk)]
public sealed class KeptModel(KeptForms kept, KeptSeal seal, IAntiforgery antiforgery, TimeProvider clock) : PageModel
{
    /// <summary>What the kiosk needs: the token for what it sends, the server's time in milliseconds, and the key to seal with.</summary>
    public IActionResult OnGet() => new JsonResult(new
    {
        token = antiforgery.GetAndStoreTokens(HttpContext).RequestToken,
        now = clock.GetUtcNow().ToUnixTimeMilliseconds(),
        key = Base64Url.EncodeToString(seal.KeyOf(User.ToCaller()!.Office!.Value)),
    });

    /// <param name="box">The sealed form, in base64url.</param>
    /// <param name="at">When it was filled in, in milliseconds since 1970, by the server's clock.</param>
    public async Task<IActionResult> OnPostAsync([FromForm] string box, [FromForm] long at, CancellationToken cancel)
    {
        if (User.ToCaller() is not { Device: not null } kiosk || !ModelState.IsValid || !Base64Url.IsValid(box)) return BadRequest();
        var answer = await kept.TakeAsync(kiosk, Base64Url.DecodeFromChars(box), DateTimeOffset.FromUnixTimeMilliseconds(at), cancel);
        return answer is null ? new UnprocessableEntityResult() : new JsonResult(answer);
    }
}
