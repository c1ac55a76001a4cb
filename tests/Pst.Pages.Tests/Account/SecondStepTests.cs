using Pst.Pages.Tests.Support;
using Pst.Web.Access;

namespace Pst.Pages.Tests.Account;

public sealed class SecondStepTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task After_the_password_the_phones_code_is_asked_for()
    {
        var here = await site.SignedInAsync("wulan", Role.Supervisor, "1872");
        var key = await TurnedOnAsync(here);

        var there = await site.SignInAsync("wulan");
        there.Heading.ShouldBe("Langkah kedua");
        (await site.NewBrowser().OpenAsync("/masuk/kode")).Address.ShouldBe("/masuk", "without the password there is no second step");
        await there.PressAsync("Masuk", ("Code", "000000"));
        there.Text("[role=alert]").ShouldStartWith("Kode ini tidak cocok.");
        (await there.PressAsync("Masuk", ("Code", Authenticator.CodeOf(key)))).Address.ShouldBe("/");
        (await there.OpenAsync("/akun")).Heading.ShouldBe("Keamanan akun");
    }

    [Fact]
    public async Task A_recovery_code_opens_once()
    {
        var here = await site.SignedInAsync("dewi", Role.Staff, "1872");
        await TurnedOnAsync(here);
        var code = here.Text("code");

        (await (await site.SignInAsync("dewi")).PressAsync("Masuk", ("Code", code))).Address.ShouldBe("/");
        (await (await site.SignInAsync("dewi")).PressAsync("Masuk", ("Code", code))).Heading.ShouldBe("Langkah kedua");
    }

    [Fact]
    public async Task A_wrong_first_code_turns_nothing_on()
    {
        var here = await site.SignedInAsync("rudi", Role.Staff, "1872");
        await here.OpenAsync("/akun/langkah-kedua");
        var key = here.Text("[data-key]");
        await here.PressAsync("Aktifkan", ("Code", "000000"));
        here.Text("[data-key]").ShouldBe(key, "the phone has it already");
        (await site.SignInAsync("rudi")).Address.ShouldBe("/");
    }

    [Fact]
    public async Task An_administrator_lets_in_who_lost_the_phone_or_tried_too_often()
    {
        var admin = await site.SignedInAsync("admin3", Role.Admin, null);
        var (id, here) = (await site.MakePersonAsync("agus", Role.Staff, "1872"), await site.SignInAsync("agus"));
        await TurnedOnAsync(here);
        await admin.OpenAsync($"/orang/{id}");
        await admin.PressAsync("Hapus langkah kedua dan kunci sandi");
        (await site.SignInAsync("agus")).Address.ShouldBe("/");

        var wrong = await site.NewBrowser().OpenAsync("/masuk");
        for (var tries = 0; tries < 5; tries++) await wrong.PressAsync("Masuk", ("UserName", "agus"), ("Password", "apa saja boleh"));
        await admin.OpenAsync($"/orang/{id}");
        await admin.PressAsync("Buka kunci percobaan");
        (await site.SignInAsync("agus")).Address.ShouldBe("/");
    }

    [Fact]
    public async Task Signing_out_everywhere_leaves_this_browser_alone()
    {
        var here = await site.SignedInAsync("yanti", Role.Staff, "1872");
        var there = await site.SignInAsync("yanti");
        await here.OpenAsync("/akun");
        (await here.PressAsync("Keluar di semua perangkat lain")).Text("[role=status]").ShouldBe("✓ Tersimpan.");

        site.Clock.Now += TimeSpan.FromSeconds(61);
        (await there.OpenAsync("/akun")).Heading.ShouldBe("Masuk");
        (await here.OpenAsync("/akun")).Heading.ShouldBe("Keamanan akun");
    }

    /// <summary>Turns it on as the phone would; the page then shows the recovery codes.</summary>
    static async Task<string> TurnedOnAsync(Browser browser)
    {
        await browser.OpenAsync("/akun/langkah-kedua");
        var key = browser.Text("[data-key]");
        await browser.PressAsync("Aktifkan", ("Code", Authenticator.CodeOf(key)));
        browser.Heading.ShouldBe("Langkah kedua aktif");
        return key;
    }
}
