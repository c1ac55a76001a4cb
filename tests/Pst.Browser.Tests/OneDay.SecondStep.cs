using Microsoft.Playwright;
using Pst.Pages.Tests.Support;
using Pst.Web.Access;

namespace Pst.Browser.Tests;

/// <summary>The page that asks for the second step, to which one comes only by the first.</summary>
internal static partial class OneDay
{
    const string Careful = "hati-hati";

    static async Task<IEnumerable<Stop>> OfSecondStepsAsync(Site site)
    {
        var careful = await site.SignedInAsync(Careful, Role.Staff, "5272");
        await careful.OpenAsync("/akun/langkah-kedua");
        await careful.PressAsync("Aktifkan", ("Code", Authenticator.CodeOf(careful.Text("[data-key]"))));
        return [new(Nobody, "/masuk", AskedForACode)];
    }

    static async Task AskedForACode(IPage page)
    {
        await page.Locator("[name=UserName]").FillAsync(Careful);
        await page.Locator("[name=Password]").FillAsync(Site.Password);
        await page.Locator("[name=Password]").PressAsync("Enter");
        await page.WaitForURLAsync(it => it.Contains("/masuk/kode", StringComparison.Ordinal));
    }
}
