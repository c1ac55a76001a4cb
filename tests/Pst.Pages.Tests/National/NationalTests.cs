using System.Net;
using Pst.Pages.Tests.Support;
using Pst.Web.Access;

namespace Pst.Pages.Tests.National;

public sealed class NationalTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task All_offices_stand_beside_each_other_with_how_sure_one_can_be_and_lead_to_each()
    {
        await VisitedAsync();
        var manager = await (await site.SignedInAsync("nadia", Role.Manager, null)).OpenAsync("/");
        manager.Address.ShouldBe("/nasional", "here a national manager begins");
        manager.Page.QuerySelectorAll(".nation tbody th").Select(it => it.TextContent.Trim()).ShouldBe(["BPS Kota Bima", "BPS Kota Metro"]);
        manager.Text(".nation tbody tr td:nth-child(5)").ShouldBe("20,7–100,0%", "one of one is no certainty");
        manager.Text(".nation tbody tr td:nth-child(6)").ShouldContain("dalam batas kebetulan");
        manager.Text("#kantor").ShouldContain("Kantor kecil wajar naik turun karena kebetulan.");
        await manager.PressLinkAsync("BPS Kota Metro");
        manager.Heading.ShouldBe("Ringkasan · BPS Kota Metro");
    }

    [Fact]
    public async Task It_is_sorted_by_what_is_pressed_and_the_other_way_round_when_pressed_again()
    {
        await VisitedAsync();
        var auditor = await (await site.SignedInAsync("nanda", Role.Auditor, null)).OpenAsync("/nasional");
        auditor.Text(".nation [aria-sort=ascending]").ShouldBe("Kantor");
        await auditor.PressLinkAsync("Kantor");
        auditor.Text(".nation tbody th").ShouldBe("BPS Kota Metro");
        await auditor.PressLinkAsync("Kunjungan");
        auditor.Text(".nation [aria-sort=descending]").ShouldBe("Kunjungan");
        await auditor.OpenAsync("/nasional?urut=apa");
        auditor.Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_period_without_visits_says_what_will_be_here()
    {
        var admin = await (await site.SignedInAsync("nina", Role.Admin, null)).OpenAsync("/nasional?periode=tahun&tanggal=2020-01-01");
        admin.Text("main").ShouldContain("Di sini akan tampak semua kantor.");
        (await admin.OpenAsync("/nasional?posisi=987654321")).Status.ShouldBe(HttpStatusCode.NotFound, "the log has not come so far");
    }

    [Fact]
    public async Task Who_belongs_to_an_office_is_led_to_that_one()
    {
        await site.OpenAsync("1872");
        var manager = await (await site.SignedInAsync("noval", Role.Manager, "1872")).OpenAsync("/nasional");
        manager.Address.ShouldBe("/ringkasan");
        var admin = await (await site.SignedInAsync("novi", Role.Admin, "1872")).OpenAsync("/nasional");
        admin.Address.ShouldBe("/");
    }

    async Task VisitedAsync()
    {
        foreach (var office in (string[])["1872", "5272"])
        {
            await site.OpenAsync(office);
            var served = $"select count(*) from pst.mt_events where tenant_id = '{office}' and type = 'served'";
            if (await site.ScalarAsync<long>(served) > 0) continue;
            var kiosk = await (await site.KioskAsync(office)).SignedAsync(("visitor.email", $"nusantara{office}@example.org"));
            await (await site.SignedInAsync($"desk{office}", Role.Staff, office)).ActAsync(kiosk.Visit(), ["serve"]);
        }
    }
}
