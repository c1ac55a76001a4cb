using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Pst.Browser.Tests;

/// <summary>A tablet in front of people who see it once a year.</summary>
public sealed class KioskTests(Chromium chromium) : IClassFixture<Chromium>
{
    const int Fingertip = 44; // CSS pixels

    // What a finger can hit: of a tile, the whole tile.
    const string TooSmall = """
        least => [...document.querySelectorAll('button, a, input:not([type=hidden]), select, textarea, summary')]
            .map(it => ({ it, box: (it.closest('label.tile') ?? it).getBoundingClientRect() }))
            .filter(({ box }) => box.width > 0 && (box.height < least || box.width < least))
            .map(({ it, box }) => `${it.outerHTML.slice(0, 80)} ${box.width} × ${box.height}`)
        """;

    [Fact]
    public async Task Whatever_a_finger_aims_at_is_large_enough()
    {
        await chromium.Site.OpenAsync("5272");
        var kiosk = await chromium.KioskAsync("5272", new(Width: 1024));
        await kiosk.TakeNumberAsync("Made", "made@example.org", ShouldFitFingersAsync);
        foreach (var address in (string[])["/kios", "/kios/nilai"])
        {
            await kiosk.GotoAsync(address);
            await ShouldFitFingersAsync(kiosk);
        }
        chromium.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_walks_away_leaves_nothing_behind()
    {
        await chromium.Site.OpenAsync("1872");
        var kiosk = await chromium.KioskAsync("1872");
        await kiosk.Clock.InstallAsync();
        await kiosk.GotoAsync("/kios");
        await kiosk.GetByRole(AriaRole.Button, new() { Name = "Perpustakaan" }).ClickAsync();
        await kiosk.GetByLabel("Nama").FillAsync("Siti Aminah");
        await kiosk.Clock.RunForAsync(89_000);
        await Expect(kiosk.GetByText("Kembali ke awal dalam 30 detik")).ToBeHiddenAsync();
        await kiosk.Clock.RunForAsync(3_000);
        await Expect(kiosk.GetByRole(AriaRole.Button, new() { Name = "Perpanjang" })).ToBeVisibleAsync();

        await kiosk.Clock.RunForAsync(120_000);
        // A server that takes its time is a cut line to a kiosk, which then begins with what it has: at the same place.
        await kiosk.WaitForURLAsync(it => new Uri(it).PathAndQuery is "/kios" or "/kios?awal=true");
        await kiosk.GoBackAsync();
        await Expect(kiosk.Locator("body")).Not.ToContainTextAsync("Siti");
        (await kiosk.Locator("input[name='visitor.name']").CountAsync()).ShouldBe(0);
        chromium.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_guestbook_tells_how_far_one_is()
    {
        await chromium.Site.OpenAsync("1872");
        var kiosk = await chromium.KioskAsync("1872");
        await kiosk.GotoAsync("/kios");
        await kiosk.GetByRole(AriaRole.Button, new() { Name = "Perpustakaan" }).ClickAsync();
        await Expect(kiosk.GetByText("Bagian 1 dari 7")).ToBeVisibleAsync();
        await kiosk.GetByRole(AriaRole.Link, new() { Name = "Di bawah 17 tahun?" }).ClickAsync();
        await Expect(kiosk.GetByText("Bagian 1 dari 3")).ToBeVisibleAsync();
    }

    static async Task ShouldFitFingersAsync(IPage kiosk) =>
        (await kiosk.EvaluateAsync<string[]>(TooSmall, Fingertip)).ShouldBeEmpty(kiosk.Url);
}
