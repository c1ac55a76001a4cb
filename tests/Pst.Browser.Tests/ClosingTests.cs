using Microsoft.Playwright;
using Pst.Web.Access;
using static Microsoft.Playwright.Assertions;

namespace Pst.Browser.Tests;

/// <summary>The end of a day in Metro: somebody left without bag and card, and the next morning begins with them.</summary>
public sealed class ClosingTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task A_locker_left_at_closing_is_explained_signed_for_and_there_next_morning()
    {
        await chromium.Site.OpenAsync("1872");
        var ticket = await (await chromium.KioskAsync("1872")).TakeNumberAsync("Siti Aminah", "siti@example.org");
        var lina = await chromium.SignedInAsync("lina", Role.Supervisor, "1872");
        await lina.LeaveBagAsync(ticket);

        await lina.GotoAsync("/penitipan");
        await lina.GetByRole(AriaRole.Link, new() { Name = "Tutup hari" }).ClickAsync();
        await Expect(lina.Locator(".day-steps > li").Nth(1)).ToContainTextAsync($"{ticket} Loker A03");
        await lina.CountAsync();
        await Expect(lina.GetByRole(AriaRole.Alert)).ToContainTextAsync("1 kartu dan 1 tas, dan itu belum dijelaskan");
        await lina.GetByLabel("Penjelasan, bila ada").FillAsync("Ditelepon, datang besok pagi.");
        await lina.CountAsync();
        await Expect(lina.GetByRole(AriaRole.Heading, new() { Name = "Berita acara penutupan hari" })).ToBeVisibleAsync();
        await Expect(lina.Locator(".signatures")).ToContainTextAsync("lina");

        chromium.Site.Clock.Now += TimeSpan.FromDays(1);
        await lina.SignInAsync("lina");
        await lina.GotoAsync("/penitipan");
        await Expect(lina.Locator("#menginap")).ToContainTextAsync("Ditelepon, datang besok pagi.");
        await lina.Locator("#menginap a").First.ClickAsync();
        await FetchBagAsync(lina);
        await lina.GotoAsync("/penitipan");
        await Expect(lina.Locator("#menginap")).ToBeHiddenAsync();
        chromium.Complaints.ShouldBeEmpty();
    }

    static async Task FetchBagAsync(IPage desk)
    {
        await Expect(desk.GetByText("Terhubung")).ToBeVisibleAsync(); // from then on the desk hears keys
        await desk.Keyboard.PressAsync("t");
        await Expect(desk.Locator("#return_id")).ToBeVisibleAsync();
        await desk.Keyboard.PressAsync("i");
        await Expect(desk.Locator("#return_id")).ToBeHiddenAsync();
        await desk.Keyboard.PressAsync("g");
        await Expect(desk.GetByText("Menunggu 0 · Dilayani 0")).ToBeVisibleAsync();
    }
}
