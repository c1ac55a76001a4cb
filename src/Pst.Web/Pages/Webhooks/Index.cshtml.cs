using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Pst.Domain;
using Pst.Web.Access;
using Pst.Web.Pages.Home;
using Pst.Web.Webhooks;

namespace Pst.Web.Pages.Webhooks;

/// <summary>Where an office's own systems hear what happens, and how far each is.</summary>
[Authorize(Policies.SetWebhooks)]
public sealed class IndexModel(
    OfficeDoor door, OfficeDirectory directory, Subscriptions subscriptions, IStringLocalizer<Sentences> text) : PageModel
{
    /// <summary>Where a secret stands until it is shown, once.</summary>
    internal const string SecretKey = "webhook";

    public OpenOffice? Office { get; private set; }
    public IReadOnlyList<(OfficeCode Code, string Name)> Offices { get; private set; } = [];
    public IReadOnlyList<Webhook> Webhooks { get; private set; } = [];

    /// <summary>Only an administrator says that something lies in the office's own network.</summary>
    public bool MaySayLan => !User.ToCaller()!.Role.IsBeyondWebhooks(_ => true);

    [BindProperty] public string Address { get; set; } = "";
    [BindProperty] public bool IsLan { get; set; }

    public async Task<IActionResult> OnGetAsync(OfficeCode? office, CancellationToken cancel)
    {
        Office = await door.OpenAsync(User.ToCaller()!, office, cancel);
        if (Office is not null) Webhooks = await subscriptions.ListAsync(Office.Code, cancel);
        else if (office is null && User.ToCaller()!.Office is null && ModelState.IsValid) Offices = await directory.ListAsync(cancel);
        else return NotFound();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(OfficeCode? office, CancellationToken cancel)
    {
        if (await door.OpenAsync(User.ToCaller()!, office, cancel) is not { } open) return NotFound();
        var address = (Address ?? "").Trim();
        if (!WebhookAddress.IsSound(address, IsLan && MaySayLan))
        {
            ModelState.AddModelError("", text["Alamat ini tidak dapat dipakai. Tulis alamat https lengkap."]);
            return await OnGetAsync(office, cancel);
        }
        var (id, secret) = await subscriptions.AddAsync(open.Code, address, IsLan && MaySayLan, cancel);
        TempData[SecretKey] = secret;
        return RedirectToPage("/Webhooks/Subscription", new { Office = open.Code, Id = id });
    }
}
