using Microsoft.Playwright;
using Pst.Web.Access;
using static Microsoft.Playwright.Assertions;

namespace Pst.Browser.Tests;

/// <summary>An arrival calls the clerk who looks elsewhere, where they asked for it.</summary>
public sealed class ArrivalTests(Chromium chromium) : IClassFixture<Chromium>
{
    // The desktop's own notifications cannot be seen from here: what would be shown is kept.
    const string Desktop = """
        globalThis.shown = [];
        globalThis.Notification = class {
            static permission = "granted";
            static requestPermission = async () => "granted";
            constructor(words) { shown.push(words); }
        };
        """;

    [Fact]
    public async Task Who_arrives_is_told_by_the_desktop_once_it_was_asked_for()
    {
        await chromium.Site.OpenAsync("1872");
        var desk = await chromium.SignedInAsync("sari", Role.Staff, "1872");
        await desk.AddInitScriptAsync(Desktop);
        await desk.GotoAsync("/meja");
        await Expect(desk.GetByText("Terhubung")).ToBeVisibleAsync();
        var kiosk = await chromium.KioskAsync("1872");
        await SeenAsync(desk, await kiosk.TakeNumberAsync("Siti Aminah", "siti@example.org"));
        (await desk.EvaluateAsync<string[]>("shown")).ShouldBeEmpty("nobody asked for it");

        await desk.GetByRole(AriaRole.Button, new() { Name = "Bunyi dan pemberitahuan: mati" }).ClickAsync();
        await Expect(desk.GetByRole(AriaRole.Button, new() { Name = "Bunyi dan pemberitahuan: menyala" })).ToBeVisibleAsync();
        var ticket = await kiosk.TakeNumberAsync("Budi Santoso", "budi@example.org");
        await SeenAsync(desk, ticket);
        (await desk.EvaluateAsync<string[]>("shown")).ShouldBe([$"Pengunjung baru: {ticket}"]);

        await desk.ReloadAsync();
        await Expect(desk.GetByRole(AriaRole.Button, new() { Name = "Bunyi dan pemberitahuan: menyala" })).ToBeVisibleAsync();
        (await desk.EvaluateAsync<string[]>("shown")).ShouldBeEmpty("who waits already is not new");
        chromium.Complaints.ShouldBeEmpty();
    }

    static Task SeenAsync(IPage desk, string ticket) => Expect(desk.Locator($"[data-waiting='{ticket}']")).ToBeVisibleAsync();
}
