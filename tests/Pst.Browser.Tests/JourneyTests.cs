using Microsoft.Playwright;
using Pst.Pages.Tests.Support;
using Pst.Web.Access;
using static Microsoft.Playwright.Assertions;

namespace Pst.Browser.Tests;

/// <summary>A visitor and a clerk, each before their own screen, from the door to the door.</summary>
public sealed class JourneyTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task A_whole_visit_in_Metro_with_a_locker_and_the_clerk_at_the_keyboard()
    {
        var desk = await DeskAsync("1872", "sari");
        await Expect(desk.GetByText("Terhubung")).ToBeVisibleAsync();
        var ticket = await (await chromium.KioskAsync("1872")).TakeNumberAsync("Siti Aminah", "siti@example.org");
        await Expect(desk.Locator(".queue-line", new() { HasText = ticket })).ToBeVisibleAsync(); // by itself: nobody loaded the page again

        await desk.Keyboard.PressAsync(" ");
        await Expect(desk.Locator(".card-ticket")).ToContainTextAsync(ticket);
        await desk.ActAsync("hold_id", "KTP");
        await desk.ActAsync("assign_locker", "A07");
        await desk.Keyboard.PressAsync("l");
        await Expect(desk.Locator(".steps-done")).ToContainTextAsync("Dilayani");
        await desk.Keyboard.PressAsync("s");
        await desk.Keyboard.PressAsync("g"); // faster than the page
        await Expect(desk.Locator("#depart [role=alert]")).ToContainTextAsync("Tas masih di loker");
        await Expect(desk.Locator("#end_service")).ToBeHiddenAsync();
        await LeaveAsync(desk);
        chromium.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_whole_visit_in_Bima_with_copies_and_a_rating()
    {
        var (kiosk, desk) = (await chromium.KioskAsync("5272"), await DeskAsync("5272", "dewi"));
        var ticket = await kiosk.TakeNumberAsync("Made Wirawan", "made@example.org");
        await Expect(kiosk.Locator(".kiosk-ticket").GetByText("sebelum pukul 15.30 WITA")).ToBeVisibleAsync();
        await Expect(desk.Locator(".queue-line", new() { HasText = ticket })).ToBeVisibleAsync();
        await desk.Keyboard.PressAsync(" ");
        await desk.ActAsync("hold_id", "KTP");
        await desk.ActAsync("assign_locker", "7");
        await desk.Keyboard.PressAsync("l");
        await desk.ActAsync("make_copies", "+5");
        await Expect(desk.GetByText("Fotokopi hari ini 5 / 10 lembar")).ToBeVisibleAsync();

        await RateAsync(kiosk, ticket);
        await LeaveAsync(desk);
        chromium.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_whole_visit_with_script_off_on_both_screens()
    {
        var plain = new Looks(Scripted: false);
        var (kiosk, desk) = (await chromium.KioskAsync("5272", plain), await DeskAsync("5272", "dian", plain));
        var ticket = await kiosk.TakeNumberOnOnePageAsync("Ayu Lestari", "ayu@example.org");
        await desk.ReloadAsync();
        await desk.GetByRole(AriaRole.Button, new() { Name = "Panggil berikutnya" }).ClickAsync();
        await Expect(desk.Locator(".card-ticket")).ToContainTextAsync(ticket);
        await desk.ActAsync("hold_id", "SIM");
        await desk.ActAsync("assign_locker", "3");
        await desk.Locator("form#serve button").ClickAsync();
        await desk.ActAsync("make_copies", "+1");
        await Expect(desk.GetByText("Fotokopi hari ini 1 / 10 lembar")).ToBeVisibleAsync();

        await RateAsync(kiosk, ticket);
        foreach (var command in (string[])["release_locker", "return_id", "depart"])
            await desk.Locator($"form#{command} button").ClickAsync();
        await Expect(desk.Locator("#antrean")).Not.ToContainTextAsync(ticket);
        chromium.Complaints.ShouldBeEmpty();
    }

    static async Task RateAsync(IPage kiosk, string ticket)
    {
        await kiosk.GotoAsync("/kios/nilai");
        await kiosk.GetByRole(AriaRole.Link, new() { Name = ticket }).ClickAsync();
        await kiosk.GetByRole(AriaRole.Button, new() { Name = "Sangat puas" }).ClickAsync();
        await Expect(kiosk.GetByText("Terima kasih")).ToBeVisibleAsync();
    }

    static async Task LeaveAsync(IPage desk)
    {
        await desk.Keyboard.PressAsync("t");
        await Expect(desk.Locator("#return_id")).ToBeVisibleAsync();
        await desk.Keyboard.PressAsync("i");
        await Expect(desk.Locator("#return_id")).ToBeHiddenAsync();
        await desk.Keyboard.PressAsync("g");
        await Expect(desk.GetByText("Menunggu 0 · Dilayani 0")).ToBeVisibleAsync();
    }

    async Task<IPage> DeskAsync(string office, string clerk, Looks? looks = null)
    {
        await chromium.Site.OpenAsync(office);
        var page = await chromium.SignedInAsync(clerk, Role.Staff, office, looks);
        await page.GotoAsync("/meja");
        return page;
    }
}
