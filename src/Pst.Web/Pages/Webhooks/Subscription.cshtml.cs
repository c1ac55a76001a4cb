using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Pst.Domain;
using Pst.Web.Access;
using Pst.Web.Webhooks;

namespace Pst.Web.Pages.Webhooks;

/// <summary>One subscription: how it stands, and what may be done with it. What loses something is confirmed.</summary>
[Authorize(Policies.SetWebhooks)]
public sealed class SubscriptionModel(OfficeDoor door, Subscriptions subscriptions, WebhookTries tries) : PageModel
{
    [BindProperty(SupportsGet = true)] public OfficeCode Office { get; set; }
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }
    [BindProperty] public long? From { get; set; }
    [BindProperty] public bool Sure { get; set; }

    public OpenOffice Open { get; private set; } = null!;
    public Webhook It { get; private set; } = null!;

    /// <summary>Shown once, after it was made.</summary>
    public string? Secret => TempData[IndexModel.SecretKey] as string;

    /// <summary>What the receiver answered to a try; null before one.</summary>
    public WebhookTry? Try { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid || await door.OpenAsync(User.ToCaller()!, Office, cancel) is not { } open
            || await subscriptions.FindAsync(open.Code, Id, cancel) is not { } found) return NotFound();
        (Open, It) = (open, found);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromForm(Name = "_do")] string? command, CancellationToken cancel)
    {
        if (await OnGetAsync(cancel) is NotFoundResult nowhere) return nowhere;
        switch (command)
        {
            case "ping":
                Try = await tries.PingAsync(Open.Code, Id, cancel);
                return await OnGetAsync(cancel);
            case "replay" when Sure && From is null or >= 1:
                await subscriptions.ReplayAsync(Open.Code, Id, From, cancel);
                break;
            case "rotate" when Sure && await subscriptions.RotateAsync(Open.Code, Id, cancel) is var (secret, _):
                TempData[IndexModel.SecretKey] = secret;
                break;
            case "remove" when Sure:
                await subscriptions.RemoveAsync(Open.Code, Id, cancel);
                return RedirectToPage("/Webhooks/Index", new { Office });
        }
        return RedirectToPage(new { Office, Id });
    }
}
