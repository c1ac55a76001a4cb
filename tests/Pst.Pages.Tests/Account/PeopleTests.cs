using System.Net;
using Pst.Pages.Tests.Support;
using Pst.Web.Access;

namespace Pst.Pages.Tests.Account;

public sealed class PeopleTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task An_invited_person_chooses_a_password_and_is_what_the_administrator_said()
    {
        var admin = await site.SignedInAsync("admin1", Role.Admin, null);
        await admin.OpenAsync("/orang/baru");
        await admin.PressAsync(
            "Buat akun dan tautan", ("Name", "Budi <b>Santoso</b>"), ("UserName", "budi"), ("Role", "Supervisor"), ("Office", "1872"));
        admin.Heading.ShouldBe("Budi <b>Santoso</b>");

        var budi = await site.NewBrowser().OpenAsync(new Uri(admin.Text("code")).PathAndQuery);
        await budi.PressAsync("Simpan dan masuk", ("Password", "rumah di tepi laut"));
        budi.Text(".who-menu p").ShouldBe("Penyelia · 1872");
        (await budi.OpenAsync("/orang")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await admin.OpenAsync(admin.Address)).Page.QuerySelector("code").ShouldBeNull("the link is shown once");
    }

    [Fact]
    public async Task An_invitation_goes_out_by_email_where_an_address_is_given()
    {
        var admin = await site.SignedInAsync("admin-surat", Role.Admin, null);
        await admin.OpenAsync("/orang/baru");
        await admin.PressAsync("Buat akun dan tautan", ("Name", "Ratna"), ("UserName", "ratna"), ("Role", "Staff"), ("Office", "1872"),
            ("Email", "ratna@example.org"));

        admin.Text("[role=status]").ShouldBe("✓ Tautan ini juga dikirim lewat email.");
        var mail = await site.MailAsync();
        mail.ShouldContain("To: ratna@example.org");
        mail.ShouldContain(new Uri(admin.Text("code")).AbsolutePath);
        mail.ShouldContain("Nama masuk Anda: ratna");
    }

    [Theory, InlineData("Staff", ""), InlineData("Supervisor", ""), InlineData("Kiosk", "1872"), InlineData("Staff", "187")]
    public async Task Nobody_is_made_who_cannot_be(string role, string office)
    {
        var admin = await site.SignedInAsync($"admin-{role}-{office}", Role.Admin, null);
        await admin.OpenAsync("/orang/baru");
        await admin.PressAsync("Buat akun dan tautan", ("Name", "X"), ("UserName", "x"), ("Role", role), ("Office", office));
        admin.Heading.ShouldBe("Tambah orang");
        admin.Text("[role=alert]").ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_closed_account_is_out_within_a_minute_and_cannot_come_back()
    {
        var admin = await site.SignedInAsync("admin2", Role.Admin, null);
        var (id, tini) = (await site.MakePersonAsync("tini", Role.Supervisor, "1872"), await site.SignInAsync("tini"));
        (await tini.OpenAsync("/perangkat")).Status.ShouldBe(HttpStatusCode.OK);

        await admin.OpenAsync("/orang");
        await admin.SubmitAsync(admin.ButtonIn($"form[action='/orang/{id}']", "Tutup akun"));
        site.Clock.Now += TimeSpan.FromSeconds(61);
        (await tini.OpenAsync("/perangkat")).Heading.ShouldBe("Masuk");
        (await tini.PressAsync("Masuk", ("UserName", "tini"), ("Password", Site.Password))).Heading.ShouldBe("Masuk");
    }

    [Fact]
    public async Task The_administrator_of_one_office_sees_nobody_of_another()
    {
        var elsewhere = await site.MakePersonAsync("nina", Role.Staff, "5272");
        var admin = await site.SignedInAsync("admin-metro", Role.Admin, "1872");
        (await admin.OpenAsync("/orang")).Page.Body!.TextContent.ShouldNotContain("nina");
        (await admin.OpenAsync($"/orang/{elsewhere}")).Status.ShouldBe(HttpStatusCode.NotFound);

        await admin.OpenAsync("/orang/baru");
        await admin.PressAsync("Buat akun dan tautan", ("Name", "X"), ("UserName", "x"), ("Role", "Staff"), ("Office", "5272"));
        admin.Heading.ShouldBe("Tambah orang");
    }
}
