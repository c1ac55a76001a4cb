using Pst.Pages.Tests.Support;
using Pst.Web.Access;

namespace Pst.Pages.Tests.Custody;

public sealed class CloseDayTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task A_day_is_closed_step_by_step_and_what_stays_overnight_shows_next_morning()
    {
        var (held, gone) = await AtClosingAsync("1872");
        var lina = await site.SignedInAsync("lina", Role.Supervisor, "1872");
        await (await lina.OpenAsync($"/meja/{held}")).ActAsync("hold_id", "SIM", ("number", "998877"));
        await lina.ActAsync("assign_locker", "A03");

        await (await lina.OpenAsync("/penitipan")).PressLinkAsync("Tutup hari");
        lina.Text(".day-steps > li:nth-child(1)").ShouldContain("PS-002 sejak 09.00");
        lina.Text(".day-steps > li:nth-child(2)").ShouldContain("PS-001 SIM sejak 09.00 PS-001 Loker A03 sejak 09.00");
        lina.Text(".day-steps > li:nth-child(3)").ShouldEndWith("Tidak ada.");

        await lina.PressAsync("Tutup hari ini", ("cards", "1"), ("bags", "1"));
        lina.Text("[role=alert]").ShouldStartWith("Menurut catatan masih ada 1 kartu dan 1 tas, dan itu belum dijelaskan.");
        lina.Page.QuerySelector("[name=cards]")!.GetAttribute("value").ShouldBe("1", "what was typed is still there");
        await lina.PressAsync("Tutup hari ini", ("cards", "1"), ("bags", "1"), ("note", "Ditelepon, datang besok."));

        lina.Heading.ShouldBe("Berita acara penutupan hari");
        lina.Text("tbody").ShouldBe("Kartu di laci11 Tas di loker11");
        lina.Text("main").ShouldContain("PS-001 SIM Loker A03");
        lina.Text("main").ShouldContain("Ditutup oleh lina pada 2 Maret 2026 09.00 WIB.");
        (await lina.OpenAsync($"/riwayat/1872/{gone}")).Text("ol").ShouldContain("Pengunjung pulang: akhirnya tidak diketahui.");
        (await lina.OpenAsync($"/riwayat/1872/{held}")).Text("p .mark").ShouldBe("Menunggu");

        site.Clock.Now += TimeSpan.FromDays(1);
        var morning = await (await site.SignInAsync("lina")).OpenAsync("/penitipan");
        morning.Text("#menginap").ShouldContain("kartu belum dikembalikan PS-001 SIM sejak 2 Maret 2026 09.00 WIB");
        morning.Text("#menginap").ShouldContain("tas belum diambil PS-001 Loker A03");
        morning.Text("#menginap").ShouldContain("Ditelepon, datang besok.");
        site.Clock.Now -= TimeSpan.FromDays(1);
    }

    [Fact]
    public async Task A_day_with_nothing_left_is_closed_without_explanation_and_once()
    {
        await AtClosingAsync("5272");
        var bima = await site.SignedInAsync("bima", Role.Supervisor, "5272");
        await bima.OpenAsync("/penitipan/tutup-hari");
        await bima.PressAsync("Tutup hari ini", ("cards", ""), ("bags", "0"));
        bima.Text("[role=alert]").ShouldContain("Kartu di laci");
        await bima.PressAsync("Tutup hari ini", ("cards", "0"), ("bags", "0"));
        bima.Text("main").ShouldContain("Yang menginap Tidak ada.");

        (await bima.OpenAsync("/penitipan/tutup-hari")).Text(".alert-success").ShouldStartWith("Hari ini sudah ditutup.");
        bima.Page.QuerySelector("main form[method=post]").ShouldBeNull();
        await (await site.KioskAsync("5272")).SignedAsync(("visitor.email", "akhir@example.org"));
        await (await bima.OpenAsync("/penitipan/tutup-hari")).PressAsync("Akhiri kunjungan ini");
        (await bima.OpenAsync("/penitipan/tutup-hari")).Text(".day-steps > li:nth-child(1)").ShouldEndWith("Tidak ada.");
        await bima.OpenAsync("/penitipan/berita-acara/2026-03-01");
        bima.Text("main").ShouldContain("Hari ini ditutup bersama hari sesudahnya.");
    }

    /// <summary>Two visitors are in the office.</summary>
    async Task<(string First, string Second)> AtClosingAsync(string office)
    {
        await site.OpenAsync(office);
        var kiosk = await site.KioskAsync(office);
        var first = (await kiosk.SignedAsync(("visitor.email", $"satu{office}@example.org"))).Visit();
        return (first, (await kiosk.SignedAsync(("visitor.email", $"dua{office}@example.org"))).Visit());
    }
}
