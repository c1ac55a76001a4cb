using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Pst.Pages.Tests.Support;
using Pst.Web.Access;
using Pst.Web.Hosting;

namespace Pst.Pages.Tests.VisitorAccounts;

public sealed class AccountTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Nothing_opens_before_the_link_in_the_mail_is_pressed_and_then_the_account_is_ones_own()
    {
        var browser = await RegisterAsync("baru@example.org");
        browser.Heading.ShouldBe("Periksa email Anda");
        (await site.SignInAsync("baru@example.org")).Text("[role=alert]").ShouldContain("tidak cocok");

        var link = LinkIn(await site.MailAsync());
        await browser.OpenAsync(link);
        (await AskAsync<long>("select count(*) from vault.account where email = 'baru@example.org'")).ShouldBe(0, "a look is no press");
        await browser.PressAsync("Aktifkan akun dan masuk");
        browser.Address.ShouldBe("/pustaka");
        (await browser.OpenAsync("/akun/profil")).Text("main").ShouldContain("baru@example.org");
        (await AskAsync<string>("""
            select concat(p.user_name, p.name, p.email) from identity.person p join vault.account a on a.person = p.id
            where a.email = 'baru@example.org'
            """)).ShouldMatch("^[0-9a-f]{64}$");

        (await site.NewBrowser().OpenAsync(link)).Text("[role=alert]").ShouldStartWith("Tautan ini sudah dipakai");
        (await (await site.SignInAsync("BARU@example.org")).OpenAsync("/akun/profil")).Heading.ShouldBe("Akun saya");
    }

    [Fact]
    public async Task Whether_an_address_has_an_account_is_told_by_mail_alone()
    {
        await site.MakeVisitorAsync("ada@example.org");
        var known = await RegisterAsync("ada@example.org");
        (await site.MailAsync()).ShouldContain("sudah punya akun");
        var unknown = await RegisterAsync("tiada@example.org");
        (await site.MailAsync()).ShouldContain("/akun/konfirmasi/");
        known.Text("main").ShouldBe(unknown.Text("main"));

        var (mine, nobodys) = (await AskLinkAsync("ada@example.org"), "");
        (await site.MailAsync()).ShouldContain("/masuk/tautan/");
        nobodys = await AskLinkAsync("asing@example.org");
        (await site.MailAsync()).ShouldContain("belum ada akun");
        mine.ShouldBe(nobodys);
        var mails = await site.MailsAsync();
        await RegisterAsync("tiada@example.org");
        (await site.MailsAsync()).ShouldBe(mails, "nobody's mailbox is filled");
    }

    [Fact]
    public async Task A_link_by_mail_signs_in_once()
    {
        await site.MakeVisitorAsync("tautan@example.org");
        await AskLinkAsync("tautan@example.org");
        var link = LinkIn(await site.MailAsync());
        var browser = await site.NewBrowser().OpenAsync(link);
        (await browser.PressAsync("Masuk")).Address.ShouldBe("/pustaka");
        (await browser.OpenAsync("/akun/profil")).Heading.ShouldBe("Akun saya");
        var again = await (await site.NewBrowser().OpenAsync(link)).PressAsync("Masuk");
        again.Text("[role=alert]").ShouldStartWith("Tautan ini sudah dipakai");
    }

    [Fact]
    public async Task A_visitor_is_in_no_list_of_those_who_work_here_and_reaches_nothing_of_theirs()
    {
        var visitor = await site.VisitorAsync("sendiri@example.org");
        var admin = await site.SignedInAsync("admin-daftar", Role.Admin, null);
        (await admin.OpenAsync("/orang")).Page.QuerySelectorAll("main tbody tr").Length.ShouldBe(1);
        foreach (var page in (string[])["/kios", "/meja", "/orang", "/riwayat", "/pembacaan"])
            ((int)(await visitor.OpenAsync(page)).Status).ShouldBe(403, page);
    }

    async Task<Browser> RegisterAsync(string email)
    {
        var browser = await site.NewBrowser().OpenAsync("/akun/daftar");
        return await browser.PressAsync(
            "Daftar", ("visitor.name", "Budi Baru"), ("visitor.email", email), ("_password", Site.Password));
    }

    async Task<string> AskLinkAsync(string email)
    {
        var browser = await site.NewBrowser().OpenAsync("/masuk");
        return (await browser.PressAsync("Kirim tautan masuk", ("email", email))).Text("main");
    }

    // In no office, as who signs in is found.
    async Task<T> AskAsync<T>(string sql)
    {
        await using var command = site.Services.GetRequiredService<PstDatabase>().App.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    static string LinkIn(string mail) => new Uri(Regex.Match(mail, @"http\S+").Value).AbsolutePath;
}
