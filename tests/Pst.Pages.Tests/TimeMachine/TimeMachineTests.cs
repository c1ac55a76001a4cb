using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Pst.EventStore;
using Pst.Pages.Tests.Support;
using Pst.Projections;
using Pst.Web.Access;

namespace Pst.Pages.Tests.TimeMachine;

public sealed class TimeMachineTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task A_day_is_stepped_through_by_links_and_names_nobody()
    {
        var supervisor = await LivedAsync("tia");
        await supervisor.OpenAsync("/waktu?tanggal=2026-03-02&jam=09:06:00");
        supervisor.Heading.ShouldBe("Mesin waktu · BPS Kota Metro");
        supervisor.Text("#saat h2").ShouldBe("09.06.00 WIB Senin, 2 Maret 2026 · buka");
        supervisor.Text(".queue").ShouldBe("PS-001 ■ terlambat 1 mnt 0 dtk dipanggil 1× ke meja 1");
        supervisor.Text(".past-broken").ShouldBe("■ Janji tidak terpenuhi: PS-001 09.05");
        supervisor.Page.Body!.TextContent.ShouldNotContain("Siti");

        await supervisor.OpenAsync(supervisor.Page.QuerySelector("#sesudah")!.GetAttribute("href")!);
        supervisor.Text(".queue").ShouldBe("PS-001 meja 1 sejak 09.07");
        supervisor.Text(".past-events li").ShouldBe("09.07.00 PS-001 Mulai dilayani di meja 1.");
        await supervisor.OpenAsync(supervisor.Page.QuerySelector("#sebelum")!.GetAttribute("href")!);
        supervisor.Text("#saat h2").ShouldStartWith("09.04.00");
        await supervisor.PressLinkAsync("Layar saat itu");
        supervisor.Text(".display-now").ShouldBe("Sekarang dipanggil PS-001 Meja 1");
        await supervisor.OpenAsync(supervisor.Page.QuerySelector("nav a")!.GetAttribute("href")!);
        supervisor.Text("#saat h2").ShouldStartWith("09.04.00");
    }

    [Fact]
    public async Task What_was_recorded_later_was_not_seen_by_staff()
    {
        var supervisor = await LivedAsync("tio"); // the database's clock is months after the office's
        await supervisor.OpenAsync("/waktu?tanggal=2026-03-02&jam=09:06:00&menurut=tercatat");
        supervisor.Text("#saat .desk").ShouldContain("Tidak ada pengunjung dalam antrean.");
        supervisor.Text("#saat").ShouldContain("Tidak ada kejadian pada hari itu menurut waktu ini.");
    }

    [Fact]
    public async Task A_link_with_its_position_shows_the_same_whatever_is_put_right_afterwards()
    {
        await site.OpenAsync("5272");
        var supervisor = await site.SignedInAsync("tika", Role.Supervisor, "5272");
        await (await site.KioskAsync("5272")).SignedAsync();
        await CatchUpAsync();
        await supervisor.OpenAsync("/waktu");
        var link = supervisor.Page.QuerySelector("#menurut-occurred")!.GetAttribute("href")!;
        var (address, shown) = (supervisor.Page.QuerySelector(".queue-line")!.GetAttribute("href")!, supervisor.Text(".queue"));
        await supervisor.OpenAsync(address);
        await supervisor.PressAsync("Batalkan: salah entri", ("reason", "percobaan"));
        await CatchUpAsync();

        (await supervisor.OpenAsync(link)).Text(".queue").ShouldBe(shown);
        (await supervisor.OpenAsync("/waktu")).Text(".queue").ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_no_moment_is_not_found()
    {
        await site.OpenAsync("5272");
        var auditor = await site.SignedInAsync("audi", Role.Auditor, null);
        (await auditor.OpenAsync("/waktu")).Text("main").ShouldContain("BPS Kota Bima");
        string[] wrong =
        [
            "tanggal=kemarin", "tanggal=0001-01-01", "jam=25:00", "menurut=saya", "posisi=x", "posisi=999999999", "detik=86400", "detik=-1",
        ];
        foreach (var query in wrong)
        foreach (var address in (string[])[$"/waktu/5272?{query}", $"/waktu/5272/layar?{query}", $"/waktu/5272?{query}&handler=Frame"])
            (await auditor.OpenAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound, address);
        (await auditor.OpenAsync("/waktu/5272?tanggal=2099-01-01&handler=Frame")).Text("h2").ShouldContain("Senin, 2 Maret 2026");
    }

    // Signed at nine, called at four past, served at seven past, when five minutes were promised.
    async Task<Browser> LivedAsync(string name)
    {
        var supervisor = await site.SignedInAsync(name, Role.Supervisor, "1872");
        if (await site.EventsAsync("served") == 0)
        {
            await site.OpenAsync("1872");
            var visit = (await (await site.KioskAsync("1872")).SignedAsync()).Visit();
            site.Clock.Now += TimeSpan.FromMinutes(4);
            await supervisor.ActAsync(visit, ["call"]);
            site.Clock.Now += TimeSpan.FromMinutes(3);
            await supervisor.ActAsync(visit, ["serve"]);
            site.Clock.Now += TimeSpan.FromMinutes(23);
            await CatchUpAsync();
        }
        return supervisor;
    }

    async Task CatchUpAsync()
    {
        while (await site.Services.GetRequiredService<Sequencer>().RunOnceAsync(default) > 0) { }
        await site.Services.GetRequiredService<ProjectionRunner>().CatchUpAsync(default);
    }
}
