using System.Net;
using Pst.Pages.Tests.Support;
using Pst.Web.Access;

namespace Pst.Pages.Tests.Account;

public sealed class SignInTests(Site site) : IClassFixture<Site>
{
    const string Wrong = "Nama masuk atau kata sandi tidak cocok. Periksa ejaannya, lalu coba lagi.";

    [Fact]
    public async Task Who_signs_in_goes_on_to_where_he_wanted()
    {
        await site.MakePersonAsync("sari", Role.Admin, null);
        var browser = await site.NewBrowser().OpenAsync("/orang");
        browser.Heading.ShouldBe("Masuk");

        await browser.PressAsync("Masuk", ("UserName", "sari"), ("Password", Site.Password));
        browser.Heading.ShouldBe("Orang");

        await browser.PressAsync("Keluar");
        (await browser.OpenAsync("/orang")).Heading.ShouldBe("Masuk");
    }

    [Fact]
    public async Task It_never_sends_anybody_to_another_site()
    {
        await site.MakePersonAsync("joko", Role.Admin, null);
        var browser = await site.NewBrowser().OpenAsync("/masuk?kembali=https://example.org/");
        await browser.PressAsync("Masuk", ("UserName", "joko"), ("Password", Site.Password));
        browser.Address.ShouldBe("/");
    }

    [Fact]
    public async Task Wrong_name_and_wrong_password_look_the_same_and_five_tries_close_the_account()
    {
        await site.MakePersonAsync("tono", Role.Admin, null);
        var browser = await site.NewBrowser().OpenAsync("/masuk");
        (await browser.PressAsync("Masuk", ("UserName", "nobody"), ("Password", "apa saja boleh"))).Text("[role=alert]").ShouldBe(Wrong);
        for (var tries = 0; tries < 4; tries++)
            (await browser.PressAsync("Masuk", ("UserName", "tono"), ("Password", "apa saja boleh"))).Text("[role=alert]").ShouldBe(Wrong);

        await browser.PressAsync("Masuk", ("UserName", "tono"), ("Password", "apa saja boleh"));
        browser.Text("[role=alert]").ShouldStartWith("Terlalu banyak percobaan");
        await browser.PressAsync("Masuk", ("UserName", "tono"), ("Password", Site.Password));
        browser.Text("[role=alert]").ShouldStartWith("Terlalu banyak percobaan");
    }

    [Fact]
    public async Task A_form_without_its_token_is_not_taken()
    {
        var browser = await site.NewBrowser().PostAsync("/masuk", ("UserName", "sari"), ("Password", Site.Password));
        browser.Status.ShouldBe(HttpStatusCode.BadRequest);
        browser.Heading.ShouldBe("Formulir ini sudah usang");
    }
}
