using System.Net;
using Pst.Pages.Tests.Support;
using Pst.Web.Access;

namespace Pst.Pages.Tests.History;

public sealed class HistoryTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task A_correction_stands_beside_what_was_entered()
    {
        var (visit, supervisor) = await SignedAsync("lina", "satu@example.org");
        await supervisor.OpenAsync($"/riwayat/1872/{visit}");
        await supervisor.SubmitAsync(
            supervisor.ButtonIn("li:nth-child(2) form", "Simpan koreksi"),
            ("_change", "purpose=4"), ("reason", "salah <b>ketuk</b>"));

        supervisor.Text("s").ShouldBe("Pengunjung mengisi buku tamu: Tugas sekolah/kuliah, Pelajar/mahasiswa.");
        supervisor.Text("ol li:last-child")
            .ShouldContain("Keperluan pada langkah 2 dikoreksi dari Tugas sekolah/kuliah menjadi Penelitian.");
        supervisor.Text("ol li:last-child q").ShouldBe("salah <b>ketuk</b>");
    }

    [Fact]
    public async Task A_voided_visit_is_still_told_and_can_be_found_by_its_ticket()
    {
        var (visit, supervisor) = await SignedAsync("lani", "dua@example.org");
        await supervisor.OpenAsync($"/riwayat/1872/{visit}");
        await supervisor.PressAsync("Batalkan: salah entri", ("reason", "percobaan"));
        supervisor.Text("ol").ShouldContain("Kunjungan dibatalkan karena salah entri.");

        var ticket = supervisor.Heading.Split(' ')[0];
        await supervisor.OpenAsync($"/riwayat?nomor={ticket}");
        supervisor.Text("tbody").ShouldStartWith(ticket);
        supervisor.Text("tbody").ShouldContain("Dibatalkan");
    }

    [Fact]
    public async Task An_auditor_of_all_offices_chooses_one_reads_and_changes_nothing()
    {
        var (visit, _) = await SignedAsync("lusi", "tiga@example.org");
        await site.OpenAsync("5272");
        var auditor = await site.SignedInAsync("audi", Role.Auditor, null);
        (await auditor.OpenAsync("/riwayat")).Text("main").ShouldContain("BPS Kota Bima");
        (await auditor.OpenAsync($"/riwayat/1872/{visit}")).Page.QuerySelectorAll("main form").ShouldBeEmpty();
        (await auditor.OpenAsync($"/riwayat/5272/{visit}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await auditor.OpenAsync("/riwayat/9999")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await auditor.PostWithTokenAsync($"/riwayat/1872/{visit}?handler=Void", ("_id", $"{Guid.NewGuid()}"), ("reason", "x")))
            .Text("[role=alert]").ShouldStartWith("Peran Anda tidak boleh melakukan ini.");
    }

    [Fact]
    public async Task Whoever_opens_a_visitors_details_is_recorded_first()
    {
        var (visit, supervisor) = await SignedAsync("lala", "empat@example.org");
        await supervisor.OpenAsync($"/meja/{visit}");
        supervisor.Text("main").ShouldNotContain("Siti");
        await supervisor.OpenAsync($"/meja/{visit}/data");
        supervisor.Text("main").ShouldNotContain("Siti");
        (await supervisor.PressAsync("Buka data")).Text("dl").ShouldContain("Siti Aminah");
        (await site.EventsAsync("details_seen")).ShouldBe(1);
    }

    async Task<(string Visit, Browser Supervisor)> SignedAsync(string supervisor, string email)
    {
        await site.OpenAsync("1872");
        var visit = (await (await site.KioskAsync("1872")).SignedAsync(("visitor.email", email))).Visit();
        return (visit, await site.SignedInAsync(supervisor, Role.Supervisor, "1872"));
    }
}
