using System.Net;
using Pst.Domain;
using Pst.Pages.Tests.Support;

namespace Pst.Pages.Tests.Standard;

public sealed class StandardTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Anybody_reads_the_promise_that_is_enforced()
    {
        await site.OpenAsync("5272");
        var page = await site.NewBrowser().OpenAsync("/standar/5272");
        var text = page.Text("main");
        page.Heading.ShouldBe("Standar Pelayanan: Perpustakaan");
        text.ShouldContain("Keputusan nomor B-094b/52721/1/2023, berlaku sejak 1 Januari 2023.");
        text.ShouldContain("Pengguna layanan mengisi buku tamu elektronik");
        text.ShouldContain("Tidak dipungut biaya");
        text.ShouldContain("Fotokopi: paling banyak 10 lembar per pengguna untuk satu hari");
        text.ShouldContain("periode ditetapkan kantor");
        text.ShouldContain("Buka sekarang");
        text.ShouldNotContain("menyimpang");
    }

    [Fact]
    public async Task Hours_other_than_the_decrees_are_said_to_depart_from_it()
    {
        await site.OpenAsync("5272", it => it with
        {
            Local = it.Local with
            {
                Hours = it.Local.Hours with { Fri = [new(new(8, 0), new(11, 0))] },
                Holidays = [new(2026, 3, 19)],
                DayOverrides = [new(new(2026, 3, 20), [new(new(9, 0), new(10, 0))])],
            },
        });
        var page = await site.NewBrowser().OpenAsync("/standar/5272");
        page.Page.QuerySelectorAll("tr").Where(it => it.TextContent.Contains("menyimpang")).Single().TextContent.ShouldContain("Jumat");
        page.Text("main").ShouldContain("Kamis, 19 Maret 2026: tutup");
        page.Text("main").ShouldContain("Jumat, 20 Maret 2026: 09.00–10.00 menyimpang dari standar");
    }

    [Theory, InlineData("/standar/9999"), InlineData("/standar/abc")]
    public async Task An_office_that_is_none_is_not_found(string address) =>
        (await site.NewBrowser().OpenAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);
}
