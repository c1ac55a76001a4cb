using Microsoft.Playwright;
using Pst.Web.Access;
using static Microsoft.Playwright.Assertions;

namespace Pst.Browser.Tests;

/// <summary>What a clerk is told when a press did not get through: where the hand is, with what was typed still there.</summary>
public sealed class DeskFailureTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task Without_a_network_the_button_says_so_and_is_pressed_again_when_it_is_back()
    {
        var desk = await ServingAsync("sari", "siti@example.org");
        await desk.Context.SetOfflineAsync(true);
        await desk.Locator("#sheets").FillAsync("3");
        await desk.Locator("#sheets").PressAsync("Enter");
        await Expect(desk.GetByRole(AriaRole.Alert)).ToContainTextAsync("Belum terkirim: tidak ada sambungan ke server.");
        await Expect(desk.Locator("#sheets")).ToHaveValueAsync("3");

        await desk.Context.SetOfflineAsync(false);
        await desk.Locator("#sheets").PressAsync("Enter");
        await Expect(desk.GetByText("Fotokopi hari ini 3 / 10 lembar")).ToBeVisibleAsync();
        await Expect(desk.GetByRole(AriaRole.Alert)).ToBeHiddenAsync();
    }

    [Theory, InlineData("andi", 503, "server sedang tidak siap"), InlineData("budi", 500, "kesalahan pada sistem")]
    [InlineData("citra", 403, "Mintalah penyelia")]
    public async Task A_server_that_does_not_take_it_is_told_with_what_to_do(string clerk, int status, string sentence)
    {
        var desk = await ServingAsync(clerk, $"{clerk}@example.org");
        await desk.RouteAsync("**/make_copies", it => it.FulfillAsync(new() { Status = status, Body = "" }));
        await desk.Locator("#sheets").FillAsync("3");
        await desk.Locator("#sheets").PressAsync("Enter");

        await Expect(desk.GetByRole(AriaRole.Alert)).ToContainTextAsync(sentence);
        await Expect(desk.Locator("#sheets")).ToHaveValueAsync("3");
        await desk.UnrouteAllAsync();
        await desk.Locator("#sheets").PressAsync("Enter");
        await Expect(desk.GetByText("Fotokopi hari ini 3 / 10 lembar")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Who_was_signed_out_keeps_the_desk_before_them_and_is_told()
    {
        var desk = await ServingAsync("dodi", "dodi@example.org");
        await desk.Context.ClearCookiesAsync();
        await desk.Locator("#sheets").FillAsync("3");
        await desk.Locator("#sheets").PressAsync("Enter");

        await Expect(desk.GetByRole(AriaRole.Alert)).ToContainTextAsync("Anda sudah keluar, jadi belum tercatat.");
        await Expect(desk.Locator("#sheets")).ToHaveValueAsync("3");
        await Expect(desk.Locator("#antrean")).ToBeVisibleAsync();
    }

    /// <summary>A visitor of Bima before the clerk, being served.</summary>
    async Task<IPage> ServingAsync(string clerk, string email)
    {
        await chromium.Site.OpenAsync("5272");
        var ticket = await (await chromium.KioskAsync("5272")).TakeNumberAsync("Siti Aminah", email);
        var desk = await chromium.SignedInAsync(clerk, Role.Staff, "5272");
        await desk.GotoAsync("/meja");
        await desk.Locator(".queue-line", new() { HasText = ticket }).ClickAsync();
        await desk.ActAsync("serve", "Layani L");
        await Expect(desk.Locator("#make_copies")).ToBeVisibleAsync();
        return desk;
    }
}
