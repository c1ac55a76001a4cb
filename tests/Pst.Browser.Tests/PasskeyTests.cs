using Microsoft.Playwright;
using Pst.Pages.Tests.Support;
using Pst.Web.Access;

namespace Pst.Browser.Tests;

/// <summary>Passkeys, with a device that the browser plays.</summary>
public sealed class PasskeyTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task A_passkey_signs_in_without_a_password_and_not_into_a_closed_account()
    {
        var id = await chromium.Site.MakePersonAsync("ratih", Role.Supervisor, "1872");
        var page = await AtAsync("/masuk?kembali=%2Fakun");
        await page.Locator("[name=UserName]").FillAsync("ratih");
        await page.Locator("[name=Password]").FillAsync(Site.Password);
        await page.Locator("[name=Password]").PressAsync("Enter");
        await page.Locator("#passkey-name").FillAsync("Laptop kantor");
        await page.GetByRole(AriaRole.Button, new() { Name = "Tambah kunci sandi" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Laptop kantor")).ToBeVisibleAsync();

        await page.GetByText("ratih").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Keluar", Exact = true }).ClickAsync();
        await SignInAsync(page);
        await Assertions.Expect(page.GetByText("ratih")).ToBeVisibleAsync();

        var admin = await chromium.Site.SignedInAsync("admin", Role.Admin, null);
        await admin.OpenAsync("/orang");
        await admin.SubmitAsync(admin.ButtonIn($"form[action='/orang/{id}']", "Tutup akun"));
        await page.Context.ClearCookiesAsync();
        await page.GotoAsync($"http://localhost:{new Uri(page.Url).Port}/masuk");
        await SignInAsync(page);
        await Assertions.Expect(page.GetByText("Kunci sandi ini tidak dikenal di sini.")).ToBeVisibleAsync();
    }

    static Task SignInAsync(IPage page) => page.GetByRole(AriaRole.Button, new() { Name = "Masuk dengan kunci sandi" }).ClickAsync();

    // Passkeys belong to a name, never to a number such as 127.0.0.1.
    async Task<IPage> AtAsync(string path)
    {
        var page = await chromium.OpenAsync();
        var devtools = await page.Context.NewCDPSessionAsync(page);
        await devtools.SendAsync("WebAuthn.enable");
        await devtools.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
        await page.GotoAsync("/masuk");
        await page.GotoAsync($"http://localhost:{new Uri(page.Url).Port}{path}");
        return page;
    }
}
