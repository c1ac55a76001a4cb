using System.Net;
using Pst.Pages.Tests.Support;
using Pst.Web.Access;

namespace Pst.Pages.Tests.Custody;

public sealed class CustodyTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task A_closed_day_leaves_open_what_still_holds_a_card()
    {
        await site.OpenAsync("1872");
        var kiosk = await site.KioskAsync("1872");
        var held = (await kiosk.SignedAsync(("visitor.email", "satu@example.org"))).Visit();
        var gone = (await kiosk.SignedAsync(("visitor.email", "dua@example.org"))).Visit();
        var supervisor = await site.SignedInAsync("lina", Role.Supervisor, "1872");
        await (await supervisor.OpenAsync($"/meja/{held}")).ActAsync("hold_id", "SIM", ("number", "998877"));
        await supervisor.ActAsync("assign_locker", "A03");

        await supervisor.OpenAsync("/penitipan");
        supervisor.Text(".locker.occupied").ShouldBe("A03 PS-001 09.00");
        supervisor.Text("tbody").ShouldBe("PS-001 SIM …8877 09.00");
        await supervisor.PressAsync("Tutup hari ini");
        supervisor.Page.QuerySelector("[role=alert]").ShouldBeNull();

        (await supervisor.OpenAsync($"/riwayat/1872/{gone}")).Text("ol").ShouldContain("Pengunjung pulang: akhirnya tidak diketahui.");
        (await supervisor.OpenAsync($"/riwayat/1872/{held}")).Text("p .mark").ShouldBe("Menunggu");
        site.Clock.Now += TimeSpan.FromDays(1);
        (await (await site.SignInAsync("lina")).OpenAsync("/penitipan")).Text("tbody").ShouldContain("kartu belum dikembalikan");
    }

    [Fact]
    public async Task A_broken_locker_is_given_to_nobody()
    {
        await site.OpenAsync("5272");
        var supervisor = await site.SignedInAsync("bima", Role.Supervisor, "5272");
        await supervisor.OpenAsync("/penitipan");
        await supervisor.SubmitAsync(supervisor.ButtonIn("form[action$='/loker/7']", "Tandai rusak"), ("reason", "kuncinya macet"));
        supervisor.Text(".locker.out_of_order").ShouldStartWith("7 rusak");

        var visit = (await (await site.KioskAsync("5272")).SignedAsync(("visitor.email", "tiga@example.org"))).Visit();
        await (await supervisor.OpenAsync($"/meja/{visit}")).ActAsync("hold_id", "KTP");
        supervisor.Text("#assign_locker .lockers").ShouldBe("1 2 3 4 5 6 8");
    }

    [Fact]
    public async Task Staff_look_but_neither_close_the_day_nor_break_lockers()
    {
        await site.OpenAsync("1872");
        var staff = await site.SignedInAsync("sari", Role.Staff, "1872");
        (await staff.OpenAsync("/penitipan")).Page.QuerySelectorAll("main form").ShouldBeEmpty();
        (await staff.PostWithTokenAsync("/penitipan/tutup-hari", ("date", "2026-03-02"))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await staff.OpenAsync("/penitipan/5272")).Status.ShouldBe(HttpStatusCode.NotFound);
    }
}
