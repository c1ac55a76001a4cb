using System.Net;
using Pst.Pages.Tests.Support;
using Pst.Web.Access;

namespace Pst.Pages.Tests.FollowUps;

/// <summary>What an office does about what it was told, from a figure to what the public reads. It is the second of March.</summary>
public sealed class FollowUpTests(Site site) : IClassFixture<Site>
{
    const string Plan = "Menambah kipas angin di ruang baca.";

    [Fact]
    public async Task An_office_that_has_none_is_told_what_will_be_here()
    {
        var lina = await SupervisorAsync("kosong", "5272");
        await lina.OpenAsync("/tindak-lanjut");
        lina.Text("main").ShouldContain("Di sini akan tampak apa yang dikerjakan kantor");
        (await site.NewBrowser().OpenAsync("/standar/5272")).Text("main").ShouldNotContain("menindaklanjuti");
    }

    [Fact]
    public async Task A_low_element_brings_its_cause_along()
    {
        var lina = await SupervisorAsync("sebab");
        await lina.OpenAsync("/tindak-lanjut/1872/baru?sebab=low_element&unsur=SARANA&dari=2026-02-01&sampai=2026-02-28");
        await lina.PressAsync("Buka tindak lanjut", ("plan", Plan), ("deadline", "2026-03-31"));

        lina.Heading.ShouldBe(Plan);
        lina.Text("dl").ShouldContain("Berjalan");
        lina.Text("dl").ShouldContain("Unsur rendah: Kualitas sarana dan prasarana 1–28 Februari 2026");
        lina.Text("dl").ShouldContain("Penanggung jawab sebab");
        await lina.OpenAsync("/tindak-lanjut");
        lina.Text("[aria-labelledby=underway]").ShouldContain(Plan);
    }

    [Fact]
    public async Task A_complaint_leads_to_an_action_that_names_its_code_and_opens_it_to_who_may_read_it()
    {
        await site.OpenAsync("1872");
        var visitor = await site.NewBrowser().OpenAsync("/pengaduan/1872");
        await visitor.PressAsync("Kirim pengaduan", ("description", "Ruang baca panas."), ("anonymous", "true"));
        var code = visitor.Heading.Split(' ')[^1];
        var lina = await SupervisorAsync("aduan");
        await lina.OpenAsync("/aduan");
        await lina.PressLinkAsync(code);
        var complaint = lina.Address;
        await lina.PressLinkAsync("Buka tindak lanjut");
        await lina.PressAsync("Buka tindak lanjut", ("plan", "Memasang pendingin."), ("deadline", "2026-03-31"));

        lina.Text("dl").ShouldContain($"Pengaduan {code}");
        lina.Page.QuerySelector("dl a")!.GetAttribute("href").ShouldBe(complaint);
        var manager = await (await site.SignedInAsync("kepala-aduan", Role.Manager, "1872")).OpenAsync(lina.Address);
        manager.Text("dl").ShouldContain($"Pengaduan {code}");
        manager.Page.QuerySelector("dl a").ShouldBeNull("a manager reads no complaints");
        (await lina.OpenAsync("/tindak-lanjut/1872/baru?sebab=complaint&pengaduan=PGD260302999")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_visit_whose_promise_was_missed_leads_to_an_action_about_it()
    {
        await site.OpenAsync("1872");
        var visit = (await (await site.KioskAsync("1872")).SignedAsync(("visitor.email", "menunggu@example.org"))).Visit();
        site.Clock.Now += TimeSpan.FromMinutes(10);
        var lina = await SupervisorAsync("terlewat");
        await lina.OpenAsync($"/riwayat/1872/{visit}");
        await lina.PressLinkAsync("Buka tindak lanjut");
        await lina.PressAsync("Buka tindak lanjut", ("plan", "Membuka meja kedua."), ("deadline", "2026-03-31"));

        lina.Text("dl").ShouldContain("Janji waktu terlewat 2 Maret 2026");
        lina.Page.QuerySelector("dl a")!.GetAttribute("href").ShouldBe($"/riwayat/1872/{visit}");
    }

    [Fact]
    public async Task What_is_done_is_noted_finished_after_a_confirmation_and_read_by_the_public()
    {
        var lina = await WithActionAsync("selesai", "Memasang papan alur.");
        await lina.PressAsync("Simpan kemajuan", ("note", "Papan dipesan."), ("evidence", "https://contoh.example/pesanan/7"));
        lina.Text(".followup-story").ShouldContain("Kemajuan dicatat. Papan dipesan.");
        lina.Page.QuerySelector(".followup-story a")!.GetAttribute("href").ShouldBe("https://contoh.example/pesanan/7");

        await lina.PressAsync("Selesaikan tindak lanjut", ("outcome", "Papan terpasang."));
        lina.Text("details[open]").ShouldContain("Persetujuan: Wajib diisi.");
        lina.Page.QuerySelector("#outcome")!.TextContent.ShouldBe("Papan terpasang.");
        await lina.PressAsync("Selesaikan tindak lanjut", ("sure", "true"));
        lina.Text("dl").ShouldContain("Selesai");

        await lina.PressAsync("Umumkan", ("said", "Alurnya kurang jelas."), ("done", "Papan alur kini ada di pintu."));
        foreach (var address in (string[])["/standar/1872", "/layar/1872"])
            (await lina.OpenAsync(address)).Text("main").ShouldContain(
                "Anda menyampaikan Alurnya kurang jelas. Kami menindaklanjuti Papan alur kini ada di pintu.");
    }

    [Fact]
    public async Task What_is_taken_down_the_public_reads_no_more()
    {
        var lina = await WithActionAsync("tarik", "Mengganti kursi.");
        var at = lina.Address;
        await lina.PressAsync("Selesaikan tindak lanjut", ("outcome", "Kursi diganti."), ("sure", "true"));
        await lina.PressAsync("Umumkan", ("said", "Kursinya rusak."), ("done", "Kursi sudah diganti."));
        await lina.PressAsync("Tarik", ("reason", "kursinya rusak lagi"));
        (await site.NewBrowser().OpenAsync("/standar/1872")).Text("main").ShouldNotContain("Kursi sudah diganti.");
        (await lina.OpenAsync(at)).Text(".followup-story").ShouldContain("Ditarik dari halaman umum. kursinya rusak lagi");
    }

    [Fact]
    public async Task What_is_overdue_stands_first_and_a_dropped_one_last()
    {
        await WithActionAsync("lama", "Yang terlambat.", "2026-03-03");
        var lina = await WithActionAsync("hapus", "Yang dihentikan.", "2026-03-20");
        await lina.PressAsync("Hentikan tindak lanjut", ("reason", "anggaran dipindah"), ("sure", "true"));
        lina.Page.QuerySelector("form[method=post][action*='tindak-lanjut']").ShouldBeNull();

        site.Clock.Now += TimeSpan.FromDays(3);
        try
        {
            lina = await site.SignInAsync("hapus");
            await lina.OpenAsync("/tindak-lanjut");
            var titles = lina.Page.QuerySelectorAll("[role=region]").Select(it => it.GetAttribute("aria-labelledby")).ToList();
            (titles[0], titles[^1]).ShouldBe(("overdue", "dropped"));
            lina.Text("[aria-labelledby=overdue]").ShouldContain("Yang terlambat.");
            lina.Text("[aria-labelledby=overdue]").ShouldContain("lewat 2 hari");
        }
        finally { site.Clock.Now -= TimeSpan.FromDays(3); }
    }

    [Fact]
    public async Task Who_answers_for_it_and_until_when_may_change()
    {
        var other = await site.MakePersonAsync("pengganti", Role.Staff, "1872");
        var lina = await WithActionAsync("ubah", "Menata ruang.");
        await lina.PressAsync("Ganti", ("owner", $"{other}"));
        lina.Text("dl").ShouldContain("Penanggung jawab pengganti");
        await lina.PressAsync("Ubah tenggat", ("deadline", "2026-04-30"), ("reason", "menunggu anggaran"));
        lina.Text("dl").ShouldContain("Kamis, 30 April 2026");
        lina.Text(".followup-story").ShouldContain("Tenggat menjadi 30 April 2026. menunggu anggaran");
    }

    [Fact]
    public async Task A_manager_reads_and_does_nothing_and_who_is_of_another_office_finds_nothing()
    {
        var lina = await WithActionAsync("baca", "Menata buku.");
        var at = lina.Address;
        var manager = await site.SignedInAsync("kepala", Role.Manager, "1872");
        (await manager.OpenAsync(at)).Heading.ShouldBe("Menata buku.");
        manager.Page.QuerySelector("form[method=post][action*='tindak-lanjut']").ShouldBeNull();
        (await manager.OpenAsync("/tindak-lanjut/1872/baru")).Status.ShouldBe(HttpStatusCode.Forbidden);

        var stranger = await SupervisorAsync("orangbima", "5272");
        (await stranger.OpenAsync(at)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.OpenAsync("/tindak-lanjut/1872/baru")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await site.SignedInAsync("nasional", Role.Manager, null)).ShouldNotBeNull();
        var national = await site.SignInAsync("nasional");
        (await national.OpenAsync("/tindak-lanjut")).Text("main").ShouldContain("Pilih kantor.");
        (await national.OpenAsync("/tindak-lanjut/1872")).Text("main").ShouldContain("Menata buku.");
    }

    [Fact]
    public async Task Two_taps_open_one_action_and_what_was_wrong_is_said()
    {
        var lina = await SupervisorAsync("dua");
        await lina.OpenAsync("/tindak-lanjut/1872/baru");
        var again = lina.ButtonIn("main form", "Buka tindak lanjut");
        await lina.PressAsync("Buka tindak lanjut", ("plan", "Sekali saja."), ("deadline", "2026-03-01"));
        lina.Text("[role=alert]").ShouldBe("Tenggat itu sudah lewat. Pilih hari ini atau sesudahnya.");
        lina.Page.QuerySelector("#plan")!.TextContent.ShouldBe("Sekali saja.");

        var before = await site.EventsAsync("follow_up_opened");
        again = lina.ButtonIn("main form", "Buka tindak lanjut");
        await lina.SubmitAsync(again, ("deadline", "2026-03-09"));
        await lina.SubmitAsync(again, ("deadline", "2026-03-09"));
        (await site.EventsAsync("follow_up_opened")).ShouldBe(before + 1);
        lina.Heading.ShouldBe("Sekali saja.");
    }

    async Task<Browser> WithActionAsync(string name, string plan, string deadline = "2026-03-31")
    {
        var lina = await SupervisorAsync(name);
        await lina.OpenAsync("/tindak-lanjut/1872/baru");
        return await lina.PressAsync("Buka tindak lanjut", ("plan", plan), ("deadline", deadline));
    }

    async Task<Browser> SupervisorAsync(string name, string office = "1872")
    {
        await site.OpenAsync(office);
        return await site.SignedInAsync(name, Role.Supervisor, office);
    }
}
