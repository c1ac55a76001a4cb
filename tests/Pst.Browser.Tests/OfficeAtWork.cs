using Microsoft.Playwright;
using Pst.Web.Access;
using static Microsoft.Playwright.Assertions;

namespace Pst.Browser.Tests;

/// <summary>All screens of an office at once: its desks, a kiosk that works through a network cut, and the display.</summary>
internal sealed record OfficeAtWork(IReadOnlyList<IPage> Desks, IPage Kiosk, IPage Display)
{
    public static async Task<OfficeAtWork> OpenAsync(Chromium chromium, string office, params IReadOnlyList<string> clerks)
    {
        await chromium.Site.OpenAsync(office);
        var desks = new List<IPage>();
        foreach (var clerk in clerks) desks.Add(await DeskAsync(await chromium.SignedInAsync(clerk, Role.Staff, office), desks.Count + 1));
        var (kiosk, display) = (await chromium.ReadyKioskAsync(office), await chromium.KioskAsync(office));
        await display.GotoAsync("/layar");
        await Expect(display.Locator(".band")).ToBeHiddenAsync();
        return new(desks, kiosk, display);
    }

    /// <summary>Waits until every screen tells that so many wait.</summary>
    public async Task ShouldWaitAsync(int people)
    {
        foreach (var desk in Desks) await Expect(desk.Locator("#antrean")).ToContainTextAsync($"Menunggu {people} ·");
        await Expect(Display.Locator(".display-foot p").First).ToHaveTextAsync($"Menunggu {people}");
    }

    /// <summary>All desks press next at the same time; who came to each, as the display tells it too.</summary>
    public async Task<IReadOnlyList<string>> CallAtOnceAsync()
    {
        var tickets = await Task.WhenAll(Desks.Select(CallAsync));
        tickets.ShouldBeUnique();
        foreach (var (desk, ticket) in tickets.Index())
            await Expect(Display.Locator("[data-call]", new() { HasText = ticket })).ToContainTextAsync($"Meja {desk + 1}");
        return tickets;
    }

    /// <summary>Each desk serves whom it called, to the door.</summary>
    public Task ServeAsync() => Task.WhenAll(Desks.Select(ServeAsync));

    /// <summary>Presses next; the ticket of who comes.</summary>
    public static async Task<string> CallAsync(IPage desk)
    {
        await desk.Keyboard.PressAsync(" ");
        await Expect(desk.Locator("#kartu .mark").First).ToHaveTextAsync("Dipanggil");
        return (await desk.Locator(".card-ticket").InnerTextAsync()).Split()[0];
    }

    static async Task ServeAsync(IPage desk)
    {
        await desk.Keyboard.PressAsync("l");
        await Expect(desk.Locator("#end_service")).ToBeVisibleAsync();
        await desk.Keyboard.PressAsync("s");
        await Expect(desk.Locator("#end_service")).ToBeHiddenAsync();
        await desk.Keyboard.PressAsync("g");
        await Expect(desk.Locator("#depart")).ToBeHiddenAsync();
    }

    static async Task<IPage> DeskAsync(IPage desk, int number)
    {
        await desk.GotoAsync("/meja");
        await desk.Locator("#seat").SelectOptionAsync($"{number}");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Pakai" }).ClickAsync();
        await Expect(desk.Locator("[action='/meja/berikutnya'] [name=desk]")).ToHaveValueAsync($"{number}");
        await Expect(desk.GetByText("Terhubung")).ToBeVisibleAsync();
        return desk;
    }
}
