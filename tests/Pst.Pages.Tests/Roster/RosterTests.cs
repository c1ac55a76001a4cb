using System.Net;
using Pst.Pages.Tests.Support;
using Pst.Web.Access;

namespace Pst.Pages.Tests.Roster;

public sealed class RosterTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task A_supervisor_plans_and_swaps_days_and_staff_see_who_is_on_duty()
    {
        await site.OpenAsync("1872");
        var sari = await site.MakePersonAsync("Sari", Role.Staff, "1872");
        var budi = await site.MakePersonAsync("Budi", Role.Staff, "1872");
        await site.MakePersonAsync("Wayan", Role.Staff, "5272");
        var lina = await site.SignedInAsync("Lina", Role.Supervisor, "1872");

        await lina.OpenAsync("/piket");
        var offered = lina.Page.QuerySelectorAll("#duty\\.2026-03-02 option").Select(it => it.TextContent);
        offered.ShouldContain("Sari");
        offered.ShouldNotContain("Wayan", "of another office");
        lina.Page.QuerySelector("#duty\\.2026-03-07").ShouldBeNull("a Saturday");
        await lina.PressAsync("Simpan piket", ("duty.2026-03-02", $"{sari}"), ("duty.2026-03-03", $"{budi}"));
        lina.Text("main").ShouldContain("Bertugas hari ini: Sari");
        await lina.PressAsync("Tukar", ("day", "2026-03-02"), ("with", "2026-03-03"));
        lina.Text("main").ShouldContain("Bertugas hari ini: Budi");

        var staff = await site.SignInAsync("Sari");
        (await staff.OpenAsync("/piket")).Text(".day-list").ShouldStartWith("Senin, 2 Maret 2026 Budi Selasa, 3 Maret 2026 Sari");
        staff.Page.QuerySelector("form[action='/piket/susun']").ShouldBeNull();
        (await staff.PostWithTokenAsync("/piket/susun", ("duty.2026-03-02", $"{sari}"))).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Somebody_of_another_office_is_not_put_on_duty()
    {
        await site.OpenAsync("5272");
        var stranger = await site.MakePersonAsync("Rudi", Role.Staff, "1872");
        var bima = await site.SignedInAsync("Bima", Role.Supervisor, "5272");
        await bima.OpenAsync("/piket");
        await bima.PressAsync("Simpan piket", ("duty.2026-03-02", $"{stranger}"));
        bima.Text("[role=alert]").ShouldBe("Formulir ini sudah usang. Muat ulang halaman, lalu coba lagi.");
        bima.Text("main").ShouldContain("Bertugas hari ini: –");
    }

    [Fact]
    public async Task Everybody_says_where_their_notices_go_and_the_day_is_ready_for_the_head()
    {
        await site.OpenAsync("1872");
        var tuti = await site.SignedInAsync("Tuti", Role.Supervisor, "1872");
        await tuti.OpenAsync("/piket");
        await tuti.PressAsync("Simpan", ("email", "bukan alamat"));
        tuti.Text("[role=alert]").ShouldBe("Alamat email ini tidak dapat dibaca. Periksa, lalu kirim lagi.");
        await tuti.PressAsync("Simpan", ("email", "Tuti@example.org"));
        tuti.Page.QuerySelector("[name=email]")!.GetAttribute("value").ShouldBe("tuti@example.org");

        await tuti.PressLinkAsync("Ringkasan hari ini");
        tuti.Text(".feedback-words").ShouldStartWith("BPS Kota Metro, Senin, 2 Maret 2026 pukul 09.00 WIB Pengunjung hari ini: 0.");
        tuti.Page.QuerySelector("main a.btn-primary")!.GetAttribute("href")!.ShouldStartWith("https://wa.me/?text=BPS%20Kota%20Metro");
    }
}
