using System.Net;
using Pst.Pages.Tests.Support;

namespace Pst.Pages.Tests.Account;

public sealed class SetUpTests(Site site) : IClassFixture<Site>
{
    const string Password = "kuda laut berenang";

    [Fact]
    public async Task The_first_administrator_is_made_by_a_link_that_works_once()
    {
        var link = await site.SetUpLinkAsync();
        var first = await site.NewBrowser().OpenAsync(link);
        var second = await site.NewBrowser().OpenAsync(link);

        await first.PressAsync("Buat akun dan masuk", ("Name", "Rina"), ("UserName", "rina"), ("Password", "pendek"));
        first.Text("[role=alert]").ShouldBe(
            "Kata sandi terlalu pendek. Pakailah paling sedikit 10 karakter.", "a weak password does not use up the link");

        await first.PressAsync("Buat akun dan masuk", ("Password", Password));
        (await first.OpenAsync("/orang")).Heading.ShouldBe("Orang");

        await second.PressAsync("Buat akun dan masuk", ("Name", "Lain"), ("UserName", "lain"), ("Password", Password));
        second.Status.ShouldBe(HttpStatusCode.NotFound);
        (await site.SetUpLinkAsync()).ShouldBe("/siapkan/", "where somebody can sign in, no link is made");
    }
}
