using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Pst.Browser.Tests;

/// <summary>What it takes for a kiosk to work without a line, and what visitors do there meanwhile.</summary>
internal static class NetworkCut
{
    const string Ready = """
        async () => {
            await navigator.serviceWorker.ready;
            for (let tried = 0; tried < 150; tried++) {
                if (await caches.match('/kios/luring?bahasa=en')) return true;
                await new Promise(later => setTimeout(later, 100));
            }
            return false;
        }
        """;

    /// <summary>A kiosk that has had its first visit with a line.</summary>
    public static async Task<IPage> ReadyKioskAsync(this Chromium chromium, string office)
    {
        var kiosk = await chromium.KioskAsync(office);
        await kiosk.GotoAsync("/kios");
        (await kiosk.EvaluateAsync<bool>(Ready)).ShouldBeTrue();
        return kiosk;
    }

    /// <summary>Three visitors sign in where there is no line, and have slips.</summary>
    public static async Task TakeThreeNumbersAsync(this IPage kiosk)
    {
        foreach (var (name, number) in new[] { ("Siti Rahayu", 1), ("Budi", 2), ("Ayu", 3) })
        {
            await kiosk.TakeNumberAsync(name, $"{number}@example.org");
            await Expect(kiosk.Locator(".ticket-number")).ToHaveTextAsync($"S-{number}");
            await Expect(kiosk.Locator(".kiosk-line")).ToContainTextAsync($"{number} kunjungan tersimpan di kios ini");
            await Expect(kiosk.Locator("[data-follow] svg")).ToBeVisibleAsync();
        }
    }
}
