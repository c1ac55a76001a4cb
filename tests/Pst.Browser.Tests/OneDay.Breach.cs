using Microsoft.Playwright;

namespace Pst.Browser.Tests;

internal static partial class OneDay
{
    static async Task ListOpened(IPage breach)
    {
        await AskedAsync(breach);
        await breach.Locator("main form button").First.ClickAsync();
        await breach.Locator("main form [formaction]").First.WaitForAsync();
    }

    static async Task NoticeDrafted(IPage breach)
    {
        await ListOpened(breach);
        await breach.Locator("main form [formaction$=Notice]").ClickAsync();
        await breach.Locator("article").WaitForAsync();
    }

    static async Task AskedAsync(IPage breach)
    {
        await breach.Locator("#subject").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await breach.Locator("#from").FillAsync("2026-03-01T08:00");
        await breach.Locator("#to").FillAsync("2026-03-03T08:00");
        await breach.Locator("#reason").FillAsync("kata sandi bocor");
    }
}
