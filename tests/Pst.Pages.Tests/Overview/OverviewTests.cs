using System.Net;
using Pst.Pages.Tests.Support;
using Pst.Web.Access;

namespace Pst.Pages.Tests.Overview;

public sealed class OverviewTests(Site site) : IClassFixture<Site>
{
    const string Hidden = "disembunyikan";

    [Fact]
    public async Task A_period_without_visits_says_what_will_be_here()
    {
        await site.OpenAsync("5272");
        var manager = await site.SignedInAsync("rahma", Role.Manager, "5272");
        await manager.OpenAsync("/ringkasan?periode=bulan&tanggal=2026-02-15");
        manager.Text(".period-name").ShouldBe("Februari 2026");
        manager.Text("main").ShouldContain("Di sini akan tampak angka pelayanan. Pada periode ini tidak ada kunjungan");
        manager.Page.QuerySelector("figure").ShouldBeNull();
        manager.Text("#sekarang").ShouldContain("Menunggu0 Dilayani0");
    }

    [Fact]
    public async Task A_figure_opens_its_visits_and_from_there_who_may_opens_the_history()
    {
        await site.OpenAsync("1872");
        var kiosk = await site.KioskAsync("1872");
        var ticket = (await kiosk.SignedAsync(("visitor.email", "ringkas@example.org"))).Text(".ticket-number");
        var supervisor = await (await site.SignedInAsync("rina", Role.Supervisor, "1872")).ActAsync(kiosk.Visit(), ["serve"]);

        await supervisor.OpenAsync("/ringkasan");
        supervisor.Text(".headline:nth-child(2) .headline-value").ShouldBe("100,0%");
        supervisor.Text(".headline:nth-child(2) p:nth-child(3)").ShouldContain("dari");
        await supervisor.OpenAsync(supervisor.Page.QuerySelector(".headline:nth-child(2) a[href*=kunjungan]")!.GetAttribute("href")!);
        supervisor.Heading.ShouldBe("Kunjungan di balik angka");
        supervisor.Text("main").ShouldContain("Terpenuhi");
        await supervisor.PressLinkAsync(ticket);
        supervisor.Address.ShouldStartWith("/riwayat/1872/");

        var manager = await (await site.SignedInAsync("ratna", Role.Manager, "1872")).OpenAsync("/ringkasan/1872/kunjungan?angka=met");
        manager.Text("tbody").ShouldContain(ticket);
        manager.Page.QuerySelector("tbody a").ShouldBeNull("a manager opens no history");
    }

    [Fact]
    public async Task A_figure_of_complaints_opens_them_to_who_may_read_complaints()
    {
        await site.OpenAsync("1872");
        await (await site.KioskAsync("1872")).SignedAsync(("visitor.email", "keluh@example.org"));
        var visitor = await site.NewBrowser().OpenAsync("/pengaduan/1872");
        await visitor.PressAsync("Kirim pengaduan", ("description", "Ruang baca gelap."), ("anonymous", "true"));
        var code = visitor.Heading.Split(' ')[^1];

        var supervisor = await (await site.SignedInAsync("rida", Role.Supervisor, "1872")).OpenAsync("/ringkasan");
        supervisor.Text("#pengaduan").ShouldContain("Diterima 1 0");
        supervisor.Text("#pengaduan").ShouldContain("terlambat 0, belum jatuh tempo 1");
        await supervisor.OpenAsync(supervisor.Page.QuerySelector("#pengaduan a[href*='angka=received']")!.GetAttribute("href")!);
        supervisor.Heading.ShouldBe("Pengaduan di balik angka");
        await supervisor.PressLinkAsync(code);
        supervisor.Heading.ShouldStartWith($"Pengaduan {code}");

        var manager = await (await site.SignedInAsync("ruri", Role.Manager, "1872")).OpenAsync("/ringkasan");
        manager.Page.QuerySelector("#pengaduan a[href*=angka]").ShouldBeNull("a manager reads no complaints");
        var nation = await (await site.SignedInAsync("roni", Role.Manager, null)).OpenAsync("/nasional");
        nation.Text(".now").ShouldContain("Pengaduan1 ");
    }

    [Fact]
    public async Task Groups_of_few_show_to_the_offices_own_supervisor_and_auditor_alone()
    {
        await site.OpenAsync("1872");
        await (await site.KioskAsync("1872")).SignedAsync(("visitor.email", "seorang@example.org"), ("purpose", "4"));
        const string Alone = "/ringkasan/1872/kunjungan?menurut=purpose&nilai=4";
        foreach (var (name, role, office) in ((string, Role, string?)[])
            [("rudi", Role.Supervisor, "1872"), ("rosa", Role.Auditor, "1872")])
        {
            var own = await (await site.SignedInAsync(name, role, office)).OpenAsync("/ringkasan/1872");
            own.Text("#purpose").ShouldNotContain(Hidden);
            (await own.OpenAsync(Alone)).Text("main").ShouldContain("1 kunjungan");
        }
        foreach (var (name, role, office) in ((string, Role, string?)[])
            [("ridwan", Role.Manager, "1872"), ("rizal", Role.Auditor, null), ("rani", Role.Manager, null)])
        {
            var other = await (await site.SignedInAsync(name, role, office)).OpenAsync("/ringkasan/1872");
            other.Text("#purpose tbody").ShouldContain(Hidden);
            other.Page.QuerySelector("#purpose tbody a").ShouldBeNull();
            (await other.OpenAsync(Alone)).Text("main").ShouldContain("Kurang dari 5: disembunyikan");
            (await other.OpenAsync($"{Alone}&jam=9")).Page.QuerySelector("tbody").ShouldBeNull();
        }
    }

    [Fact]
    public async Task The_live_part_comes_by_itself_and_counts_who_waits()
    {
        await site.OpenAsync("1872");
        await (await site.KioskAsync("1872")).SignedAsync(("visitor.email", "menunggu@example.org"));
        var manager = await (await site.SignedInAsync("reza", Role.Manager, "1872")).OpenAsync("/ringkasan?handler=Now");
        manager.Page.QuerySelector("header").ShouldBeNull();
        int.Parse(manager.Text("#sekarang dd"), null).ShouldBePositive();
        var first = manager.Page.QuerySelector("#sekarang dd a")!.GetAttribute("href")!;
        (await manager.OpenAsync(first)).Text("tbody").ShouldContain("Menunggu");
    }

    [Fact]
    public async Task What_is_not_told_is_not_found()
    {
        await site.OpenAsync("1872");
        await site.OpenAsync("5272");
        var manager = await site.SignedInAsync("ruli", Role.Manager, "1872");
        foreach (var address in (string[])
            [
                "/ringkasan/5272", "/ringkasan/5272/kunjungan", "/ringkasan/5272?handler=Now", "/ringkasan/1872/kunjungan?angka=mark1",
                "/ringkasan/1872/kunjungan?angka=banyak", "/ringkasan/1872/kunjungan?menurut=purpose&nilai=9",
                "/ringkasan/1872/kunjungan?halaman=0",
            ])
            (await manager.OpenAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound, address);
        var clerk = await (await site.SignedInAsync("rama", Role.Staff, "1872")).OpenAsync("/ringkasan");
        clerk.Status.ShouldBe(HttpStatusCode.Forbidden, "who serves is not who is told");
    }

    [Fact]
    public async Task Who_belongs_to_no_office_chooses_one()
    {
        await site.OpenAsync("1872");
        var auditor = await (await site.SignedInAsync("rusli", Role.Auditor, null)).OpenAsync("/ringkasan");
        (await auditor.PressLinkAsync("BPS Kota Metro")).Heading.ShouldBe("Ringkasan · BPS Kota Metro");
    }
}
