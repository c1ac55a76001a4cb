using Pst.Pages.Tests.Support;

namespace Pst.Pages.Tests;

public sealed class BrowserRulesTests(Site site) : IClassFixture<Site>
{
    [Theory, InlineData("/"), InlineData("/masuk"), InlineData("/tidak-ada"), InlineData("/pst.css")]
    public async Task Every_answer_forbids_what_it_does_not_need(string address)
    {
        var browser = await site.NewBrowser().OpenAsync(address);
        var policy = browser.Answer.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldContain("default-src 'none'");
        policy.ShouldContain("frame-ancestors 'none'");
        policy.ShouldNotContain("unsafe");
        browser.Answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        browser.Answer.Headers.GetValues("Referrer-Policy").ShouldBe(["same-origin"]);
    }

    [Theory, InlineData("/"), InlineData("/masuk"), InlineData("/tidak-ada")]
    public async Task No_page_holds_script_or_style(string address)
    {
        var page = (await site.NewBrowser().OpenAsync(address)).Page;
        page.QuerySelectorAll("script:not([src]), style, [style], [onclick], [onload]").ShouldBeEmpty();
        page.QuerySelectorAll("script[src^='http'], link[href^='http'], img[src^='http']").ShouldBeEmpty("no request leaves the office");
    }

    [Fact]
    public async Task Cookies_are_read_by_no_script_and_sent_from_no_other_site()
    {
        await site.MakePersonAsync("wati", Web.Access.Role.Admin, null);
        var browser = await site.NewBrowser().OpenAsync("/masuk");
        var cookies = await browser.CookiesOfAsync("Masuk", ("UserName", "wati"), ("Password", Site.Password));
        cookies.ShouldNotBeEmpty();
        cookies.ShouldAllBe(it => it.Contains("httponly") && it.Contains("samesite"));
    }
}
