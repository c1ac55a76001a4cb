using System.Net;
using Pst.Pages.Tests.Support;
using Pst.Web.Access;

namespace Pst.Pages.Tests.Offices;

public sealed class SettingsTests(Site site) : IClassFixture<Site>
{
    const string Saved = "✓ Tersimpan dan sudah berlaku.";

    [Fact]
    public async Task Hours_that_are_saved_hold_at_once()
    {
        var admin = await site.SettingAsync("1872", "jam", "jam1");
        await admin.PressAsync("Simpan", ("local.hours.mon", "8.00 – 11:00"),
            ("local.dayOverrides[0].date", "2026-03-12"), ("local.dayOverrides[0].spans", "09:00-10:00"));

        admin.Text("[role=status]").ShouldBe(Saved);
        var text = (await site.NewBrowser().OpenAsync("/standar/1872")).Text("main");
        text.ShouldContain("Senin 08.00–11.00");
        text.ShouldContain("Kamis, 12 Maret 2026: 09.00–10.00");
    }

    [Fact]
    public async Task A_season_has_hours_of_its_own_and_goes_when_it_is_emptied()
    {
        var admin = await site.SettingAsync("1872", "jam", "jam2");
        await admin.PressAsync("Simpan", ("local.seasonalHours[0].from", "2026-02-18"), ("local.seasonalHours[0].to", "2026-03-19"),
            ("local.seasonalHours[0].hours.mon", "08:00-14:00"));
        (await site.NewBrowser().OpenAsync("/standar/1872")).Text("main").ShouldContain("18 Februari 2026 sampai 19 Maret 2026");

        await admin.PressAsync("Simpan", ("local.seasonalHours[0].from", ""), ("local.seasonalHours[0].to", ""),
            ("local.seasonalHours[0].hours.mon", ""));
        admin.Text("[role=status]").ShouldBe(Saved);
        (await site.NewBrowser().OpenAsync("/standar/1872")).Text("main").ShouldNotContain("18 Februari 2026");
    }

    [Fact]
    public async Task What_is_wrong_is_said_beside_the_field_and_what_was_typed_stays()
    {
        var admin = await site.SettingAsync("1872", "jam", "jam3");
        await admin.PressAsync("Simpan", ("local.hours.tue", "08:00-12:00, 11:00-15:00"), ("local.hours.wed", "pagi"));

        admin.Text("#local-hours-tue-wrong").ShouldBe("Tidak boleh bertumpang tindih dengan rentang lain.");
        admin.Text("#local-hours-wed-wrong").ShouldBe("Isi dengan daftar.");
        admin.Page.QuerySelector("#local-hours-wed")!.GetAttribute("value").ShouldBe("pagi");
        (await site.NewBrowser().OpenAsync("/standar/1872")).Text("main").ShouldNotContain("11.00–15.00");
    }

    [Fact]
    public async Task Of_two_who_change_at_once_the_second_is_told()
    {
        var first = await site.SettingAsync("1872", "ruang", "ruang1");
        var second = await (await site.SignInAsync("ruang1")).OpenAsync("/kantor/1872/ruang");

        (await first.PressAsync("Simpan", ("local.desks", "1, 2, 3"))).Text("[role=status]").ShouldBe(Saved);
        await second.PressAsync("Simpan", ("local.desks", "1"));
        second.Text("[role=alert]").ShouldStartWith("Orang lain baru saja mengubah kantor ini.");
        (await second.OpenAsync("/kantor/1872/ruang")).Page.QuerySelector("#local-desks")!.GetAttribute("value").ShouldBe("1, 2, 3");
    }

    [Fact]
    public async Task A_small_office_goes_without_display_and_voice()
    {
        var admin = await site.SettingAsync("5272", "ruang", "kecil");
        await admin.OpenAsync("/kantor/5272/ruang");
        var button = admin.ButtonIn("main form", "Simpan");
        foreach (var name in (string[])["display", "voice"])
            admin.Page.QuerySelector($"[name='local.uses.{name}']")!.RemoveAttribute("checked");
        (await admin.SubmitAsync(button)).Text("[role=status]").ShouldBe(Saved);
        (await admin.OpenAsync("/kantor/5272/berkas")).Answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
        (await admin.Answer.Content.ReadAsStringAsync()).ShouldContain("\"voice\": false");
    }

    [Fact]
    public async Task A_pledge_stands_where_the_public_looks_and_goes_when_it_is_emptied()
    {
        const string pledge = "Kami sanggup melayani sesuai standar pelayanan.";
        var admin = await site.SettingAsync("1872", "janji", "janji");
        await admin.PressAsync("Simpan", ("local.pledge.text", pledge), ("local.pledge.signedBy", "Ratna Dewi"));
        admin.Text("#local-pledge-position-wrong").ShouldNotBeEmpty();
        await admin.PressAsync("Simpan", ("local.pledge.position", "Kepala BPS Kota Metro"), ("local.pledge.signedOn", "2026-01-05"),
            ("local.compensation", "salinan gratis"));
        admin.Text("[role=status]").ShouldBe(Saved);

        var standard = (await site.NewBrowser().OpenAsync("/standar/1872")).Text("main");
        standard.ShouldContain($"{pledge} 5 Januari 2026 · Kepala BPS Kota Metro, Ratna Dewi");
        standard.ShouldContain("Bila janji waktu terlewat, kami menawarkan: salinan gratis");
        (await (await site.KioskAsync("1872")).OpenAsync("/kios")).Text("main").ShouldContain(pledge);
        (await (await site.KioskAsync("1872")).OpenAsync("/layar")).Text("main").ShouldContain(pledge);

        await admin.OpenAsync("/kantor/1872/janji");
        await admin.PressAsync("Simpan", ("local.pledge.text", ""), ("local.pledge.signedBy", ""), ("local.pledge.position", ""),
            ("local.pledge.signedOn", ""), ("local.compensation", ""));
        (await site.NewBrowser().OpenAsync("/standar/1872")).Text("main").ShouldNotContain("Maklumat");
    }

    [Fact]
    public async Task Holidays_come_from_a_list_that_is_looked_through_first()
    {
        var admin = await site.SettingAsync("1872", "libur", "libur");
        await admin.UploadAsync("Isikan", "csv", "Tanggal;Nama\n2026-03-19;Nyepi\n20/03/2026,Idulfitri\nbesok;libur\n");

        admin.Text("section[aria-labelledby=from-list] li").ShouldBe("Kamis, 19 Maret 2026 Nyepi baru");
        admin.Text("[role=alert]").ShouldBe("Baris ini tidak menyebut tanggal dan dilewati: besok;libur");
        (await site.NewBrowser().OpenAsync("/standar/1872")).Text("main").ShouldNotContain("19 Maret 2026"); // nothing is saved yet

        (await admin.PressAsync("Simpan")).Text("[role=status]").ShouldBe(Saved);
        var text = (await site.NewBrowser().OpenAsync("/standar/1872")).Text("main");
        text.ShouldContain("Kamis, 19 Maret 2026: tutup");
        text.ShouldContain("Jumat, 20 Maret 2026: tutup");
    }

    [Fact]
    public async Task The_administrator_of_one_office_sets_no_other()
    {
        await site.OpenAsync("5272");
        var admin = await site.SettingAsync("1872", "jam", "metro");
        foreach (var page in (string[])["", "/jam", "/standar", "/berkas"])
            (await admin.OpenAsync($"/kantor/5272{page}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await admin.OpenAsync("/kantor")).Address.ShouldBe("/kantor/1872");
        var supervisor = await site.SignedInAsync("penyelia", Role.Supervisor, "1872");
        (await supervisor.OpenAsync("/kantor/1872")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }
}
