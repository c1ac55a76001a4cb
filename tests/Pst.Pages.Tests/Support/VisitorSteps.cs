using Microsoft.Extensions.DependencyInjection;
using Pst.Domain;
using Pst.Web.VisitorAccounts;

namespace Pst.Pages.Tests.Support;

/// <summary>What a visitor with an account does.</summary>
internal static class VisitorSteps
{
    static readonly (string, string)[] Guestbook =
        [.. KioskSteps.Siti.Where(it => !it.Item1.StartsWith("visitor.", StringComparison.Ordinal))];

    /// <summary>An account whose address is confirmed, with the password that all have here.</summary>
    public static async Task MakeVisitorAsync(this Site site, string email, string name = "Rina Wati", string? whatsapp = null)
    {
        await using var scope = site.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Registrations>().MakeAsync(
            new(EmailAddress.Parse(email, null), name, whatsapp, null), Site.Password, CancellationToken.None);
    }

    /// <summary>The browser of a visitor who has just signed in to a new account.</summary>
    public static async Task<Browser> VisitorAsync(this Site site, string email, string? whatsapp = null)
    {
        await site.MakeVisitorAsync(email, whatsapp: whatsapp);
        return await site.SignInAsync(email);
    }

    /// <summary>Begins an online visit; the library is open then.</summary>
    public static async Task<Browser> BeginAsync(this Browser browser, string office)
    {
        await browser.OpenAsync($"/pustaka/daring?kantor={office}");
        return await browser.PressAsync("Mulai kunjungan daring", Guestbook);
    }
}
