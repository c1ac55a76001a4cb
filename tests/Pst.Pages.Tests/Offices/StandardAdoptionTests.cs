using System.Net;
using Pst.Pages.Tests.Support;
using Pst.Testing;
using Pst.Web.Access;

namespace Pst.Pages.Tests.Offices;

public sealed class StandardAdoptionTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task A_new_standard_is_shown_as_a_list_of_changes_before_it_is_adopted()
    {
        var admin = await site.SettingAsync("1872", "standar", "standar1");
        await admin.PressAsync("Perlihatkan perubahannya", ("standard.effectiveFrom", "2026-04-01"), ("standard.decree", "011 Tahun 2026"),
            ("standard.completion.minutes", "10"), ("standard.products[1]", "Salinan digital"));

        admin.Changes().ShouldBe(
        [
            "Standar › Nomor keputusan | 010 Tahun 2024 | 011 Tahun 2026",
            "Standar › Berlaku sejak | 2024-01-01 | 2026-04-01",
            "Standar › Waktu penyelesaian › Menit | 5 | 10",
            "Standar › Produk pelayanan | – | Salinan digital",
        ]);
        admin.Text("article").ShouldContain("Keputusan nomor 011 Tahun 2026, berlaku sejak 1 April 2026.");
        (await site.NewBrowser().OpenAsync("/standar/1872")).Text("main").ShouldContain("010 Tahun 2024");

        await admin.PressAsync("Berlakukan");
        admin.Address.ShouldBe("/kantor/1872");
        admin.Page.QuerySelectorAll("tbody tr").Select(it => it.LastElementChild!.TextContent).ShouldBe(["Akan berlaku", "Berlaku"]);
        (await admin.OpenAsync("/kantor/1872/standar/2024-01-01")).Text("main").ShouldContain("010 Tahun 2024");

        (site.Clock.Now, var today) = (site.Clock.Now.AddDays(31), site.Clock.Now);
        (await site.NewBrowser().OpenAsync("/standar/1872")).Text("main").ShouldContain("011 Tahun 2026");
        site.Clock.Now = today;
    }

    [Fact]
    public async Task A_standard_that_is_not_later_is_refused_before_anything_is_offered()
    {
        var admin = await site.SettingAsync("5272", "standar", "standar2");
        await admin.PressAsync("Perlihatkan perubahannya", ("standard.effectiveFrom", "2022-01-01"));
        admin.Text("[role=alert]").ShouldNotBeEmpty();
        admin.Page.QuerySelectorAll("button").ShouldNotContain(it => it.TextContent == "Berlakukan");

        await admin.PressAsync("Perlihatkan perubahannya", ("standard.effectiveFrom", ""));
        admin.Text("#standard-effectiveFrom-wrong").ShouldStartWith("Isi dengan tanggal");
    }

    [Fact]
    public async Task A_file_that_is_put_elsewhere_opens_the_same_office_there()
    {
        var file = await File.ReadAllTextAsync(Shared.File("offices/5272.json"));
        var admin = await site.SignedInAsync("berkas1", Role.Admin, null);
        await admin.OpenAsync("/kantor/berkas");
        await admin.UploadAsync("Periksa berkas", "upload", file.Replace("\"5272\"", "\"5273\"", StringComparison.Ordinal));
        admin.Text("[role=status]").ShouldBe("Ini kantor baru.");

        await admin.PressAsync("Berlakukan");
        admin.Address.ShouldBe("/kantor/5273");
        await admin.OpenAsync("/kantor/5273/berkas");
        var exported = await admin.Answer.Content.ReadAsStringAsync();
        await admin.OpenAsync("/kantor/berkas");
        (await admin.UploadAsync("Periksa berkas", "upload", exported)).Text("[role=status]").ShouldBe("Tidak ada yang berubah.");
    }

    [Theory, InlineData("ini bukan JSON"), InlineData("[]"), InlineData("""{"code":"1872","code":"5272"}""")]
    public async Task What_is_no_file_is_said_to_be_none(string content)
    {
        var admin = await site.SignedInAsync($"berkas{content.Length}", Role.Admin, null);
        await admin.OpenAsync("/kantor/berkas");
        await admin.UploadAsync("Periksa berkas", "upload", content);
        admin.Status.ShouldBe(HttpStatusCode.OK);
        admin.Text("[role=alert]").ShouldStartWith("Berkas ini tidak dapat dibaca.");
    }

    [Fact]
    public async Task Anothers_office_is_not_put_by_a_file()
    {
        var admin = await site.SettingAsync("1872", "jam", "berkas-metro");
        await admin.OpenAsync("/kantor/berkas");
        await admin.UploadAsync("Periksa berkas", "upload", await File.ReadAllTextAsync(Shared.File("offices/5272.json")));
        admin.Text("[role=alert]").ShouldStartWith("Berkas ini milik kantor lain");
    }
}
