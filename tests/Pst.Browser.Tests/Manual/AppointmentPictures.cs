using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Pst.Domain;
using Pst.Pages.Tests.Support;
using Pst.Web.Appointments;

namespace Pst.Browser.Tests.Manual;

/// <summary>Those of appointments, for whoever makes one and for the office.</summary>
internal static class AppointmentPictures
{
    const string Clerk = "petugas-1872";
    const int Telephone = 390, Tablet = 1024;

    public static IEnumerable<Picture> Of(Site site) =>
    [
        new("janji-buat", "", "/janji/1872?hari=2026-03-03", FillInAsync, Width: Telephone, Height: 1080),
        new("janji-satu", "", OwnOf(site), Width: Telephone, Height: 980),
        new("janji-daftar", Clerk, "/janji-temu", Height: 900),
        new("kios-janji", Clerk, "/kios/janji", it => it.Locator("#kode").FillAsync("K7M2Q-9TX4P"), Width: Tablet, Height: 560),
    ];

    static string OwnOf(Site site) =>
        site.Services.GetRequiredService<AppointmentLinks>().PathOf(new("1872"), LivingOffice.Appointment("1872", "pagi"));

    static async Task FillInAsync(IPage form)
    {
        await form.Locator(".form-selectgroup-item").Nth(3).ClickAsync();
        await form.Locator("#name").FillAsync("Yohanes Wibowo");
        await form.Locator("#email").FillAsync("yohanes.wibowo@contoh.example");
    }
}
