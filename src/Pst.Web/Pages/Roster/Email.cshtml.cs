using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Pst.Domain;
using Pst.Web.Access;
using Pst.Web.Identity;

namespace Pst.Web.Pages.Roster;

/// <summary>Where one's own notices go; left blank, nowhere.</summary>
[Authorize(Policies.Serve)]
public sealed class EmailModel(Officers officers, IStringLocalizer<Sentences> text) : PageModel
{
    [TempData] public string? Refusal { get; set; }

    public IActionResult OnGet() => RedirectToPage("/Roster/Index");

    public async Task<IActionResult> OnPostAsync([FromForm(Name = "email")] string? said, CancellationToken cancel)
    {
        EmailAddress? email = EmailAddress.TryParse(said, null, out var read) ? read : null;
        if (email is null && !string.IsNullOrWhiteSpace(said))
            Refusal = text["Alamat email ini tidak dapat dibaca. Periksa, lalu kirim lagi."];
        else
            await officers.SetEmailAsync(User.ToCaller()!, email, cancel);
        return RedirectToPage("/Roster/Index");
    }
}
