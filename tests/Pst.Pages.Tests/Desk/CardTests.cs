using Pst.Pages.Tests.Support;
using Pst.Web.Access;

namespace Pst.Pages.Tests.Desk;

/// <summary>What a clerk sees of a visitor: the steps as the standard gives them, and of the person no more than is needed.</summary>
public sealed class CardTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Steps_that_the_decree_does_not_name_are_shown_as_the_offices_own()
    {
        var desk = await WithVisitorAsync("1872", "sari");
        await desk.ActAsync("hold_id", "KTP");
        await desk.ActAsync("assign_locker", "A07");
        desk.Text("#kartu").ShouldContain("Berikutnya menurut standar:");
        desk.Text("#kartu").ShouldContain("(tambahan kantor)");

        await desk.ActAsync("release_locker", "Tas keluar dari loker A07 T");
        await desk.ActAsync("return_id", "Kembalikan KTP I");
        desk.Text(".steps-done").ShouldContain("Ambil tas (tambahan kantor)");
        desk.Text(".steps-done").ShouldContain("Kartu dikembalikan (tambahan kantor)");
    }

    [Fact]
    public async Task Earlier_visits_are_a_number_until_they_are_opened_which_is_recorded()
    {
        var desk = await WithVisitorAsync("5272", "dewi");
        desk.Text("#kartu").ShouldNotContain("kunjungan sebelumnya");
        await desk.ActAsync("depart", "Pulang tanpa dilayani G");
        site.Clock.Now += TimeSpan.FromMinutes(5);

        var kiosk = await (await site.KioskAsync("5272")).SignedAsync(("visitor.email", "dewi@example.org"));
        await desk.OpenAsync($"/meja/{kiosk.Visit()}");
        desk.Text("#kartu .btn-list").ShouldEndWith("1 kunjungan sebelumnya");
        var before = await site.EventsAsync("details_seen");
        await desk.PressLinkAsync("Data pengunjung");
        await desk.PressAsync("Buka data");
        desk.Text("main").ShouldContain("Kunjungan sebelumnya 2 Maret 2026 Perpustakaan");
        (await site.EventsAsync("details_seen")).ShouldBe(before + 1);
    }

    [Fact]
    public async Task Visits_under_another_record_of_the_same_person_count()
    {
        var desk = await WithVisitorAsync("1872", "lama");
        await desk.ActAsync("depart", "Pulang tanpa dilayani G");
        site.Clock.Now += TimeSpan.FromMinutes(5);
        var kiosk = await (await site.KioskAsync("1872")).SignedAsync(("visitor.email", "baru@example.org"));
        var lina = await site.SignedInAsync("lina", Role.Supervisor, "1872");
        await lina.OpenAsync($"/meja/{kiosk.Visit()}/rekaman");
        await lina.PressAsync("Gabungkan", ("contact", "lama@example.org"));

        await desk.OpenAsync($"/meja/{kiosk.Visit()}");
        desk.Text("#kartu .btn-list").ShouldEndWith("1 kunjungan sebelumnya");
    }

    [Fact]
    public async Task A_note_is_read_by_those_alone_who_open_it()
    {
        var desk = await WithVisitorAsync("1872", "tuti");
        await desk.ActAsync("take_note", "Simpan catatan", ("text", "minta ditelepon adiknya, Rahmat"));
        desk.Text("#take_note").ShouldContain("1 catatan, di Data pengunjung");
        desk.Page.Body!.TextContent.ShouldNotContain("Rahmat");
        await desk.OpenAsync($"/riwayat/1872/{desk.Visit()}");
        desk.Text("ol").ShouldContain("Petugas membuat catatan");
        desk.Page.Body!.TextContent.ShouldNotContain("Rahmat");

        await desk.OpenAsync($"/meja/{visit}/data");
        await desk.PressAsync("Buka data");
        desk.Text("main").ShouldContain("minta ditelepon adiknya, Rahmat");
    }

    string visit = "";

    async Task<Browser> WithVisitorAsync(string office, string clerk)
    {
        await site.OpenAsync(office);
        visit = (await (await site.KioskAsync(office)).SignedAsync(("visitor.email", $"{clerk}@example.org"))).Visit();
        var desk = await site.SignedInAsync(clerk, Role.Staff, office);
        return await desk.OpenAsync($"/meja/{visit}");
    }
}
