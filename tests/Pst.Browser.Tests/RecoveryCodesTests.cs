using Microsoft.Playwright;
using Pst.Pages.Tests.Support;
using Pst.Web.Access;

namespace Pst.Browser.Tests;

/// <summary>The codes for a lost phone. Their page is shown once, so that <see cref="EveryPage"/> does not come to it.</summary>
public sealed class RecoveryCodesTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task They_are_read_by_everybody_and_shown_once()
    {
        var page = await chromium.SignedInAsync("bayu", Role.Staff, "1872");
        await page.GotoAsync("/akun/langkah-kedua");
        await page.Locator("[name=Code]").FillAsync(Authenticator.CodeOf((await page.Locator("[data-key]").TextContentAsync())!));
        await page.Locator("[name=Code]").PressAsync("Enter");
        await Assertions.Expect(page.Locator(".recovery-codes li")).ToHaveCountAsync(10);

        var walk = new Walk("id");
        await walk.LookAsync(page, new("bayu", "/akun/langkah-kedua"));
        walk.Axe.Concat(walk.Wide).Concat(walk.Unreached).ShouldBeEmpty();
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator(".recovery-codes")).ToHaveCountAsync(0);
    }
}
