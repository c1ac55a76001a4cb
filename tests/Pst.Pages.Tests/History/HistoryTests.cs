using System.Net;
using System.Text.Json;
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
        supervisor.Page.QuerySelector("#langkah-2 a.mark")!.GetAttribute("href").ShouldBe("#langkah-3");
        supervisor.Page.QuerySelector("#langkah-3 a.mark")!.GetAttribute("href").ShouldBe("#langkah-2");
        supervisor.Text("#langkah-3 dl").ShouldStartWith("KeperluanDari Tugas sekolah/kuliah → Menjadi Penelitian");
        supervisor.Text("#state .changed").ShouldBe("Keperluan Penelitian ● tadinya Tugas sekolah/kuliah");
    }

    [Fact]
    public async Task Each_step_says_who_did_what_by_which_command_and_shows_the_state_and_the_clock_after_it()
    {
        var (visit, supervisor) = await SignedAsync("lulu", "lima@example.org");
        await supervisor.ActAsync(visit, "call", "serve");
        await supervisor.OpenAsync($"/riwayat/1872/{visit}?versi=3");

        supervisor.Text("#state-title").ShouldBe("Keadaan pada langkah 3 dari 4");
        supervisor.Text("#state .changed").ShouldBe("Keadaan Dipanggil ● tadinya Menunggu");
        supervisor.Text("#sla-title").ShouldEndWith("belum diputuskan");
        supervisor.Page.QuerySelectorAll(".sla-dot").ShouldBeEmpty("nobody was served yet");
        supervisor.Page.QuerySelectorAll(".is-later").Single().Id.ShouldBe("langkah-4");
        supervisor.Text("#langkah-3 summary").ShouldStartWith("Penyelia lulu · called · perintah call ");
        supervisor.Text("#langkah-2 summary").ShouldStartWith("Kios Kios pintu depan · guestbook_signed · perintah sign_guestbook ");

        await supervisor.PressLinkAsync("Langkah berikutnya ▸");
        supervisor.Text("#sla-title").ShouldEndWith("✓ terpenuhi");
        supervisor.Page.QuerySelectorAll(".sla-dot").Length.ShouldBe(1);
        supervisor.Page.QuerySelector(".versions a[rel=next]")!.HasAttribute("href").ShouldBeFalse();
    }

    [Fact]
    public async Task What_is_signed_is_verified_and_what_was_changed_in_the_database_is_named()
    {
        var (visit, supervisor) = await SignedAsync("lisa", "enam@example.org");
        await site.SignLogAsync();
        await supervisor.OpenAsync($"/riwayat/1872/{visit}");
        supervisor.Text("#proof").ShouldStartWith("✓ keaslian terverifikasi · posisi ");

        await supervisor.ActAsync(visit, ["call"]);
        await site.SequenceAsync();
        await supervisor.OpenAsync($"/riwayat/1872/{visit}");
        supervisor.Text("#proof").ShouldStartWith("◌ 1 kejadian menunggu tanda tangan");

        var second = $"stream_id = '{visit}' and version = 2";
        await site.TamperAsync($"update pst.mt_events set data = jsonb_set(data, '{{Purpose}}', '5') where {second}");
        var position = await site.ScalarAsync<long>($"select position from pst.log_leaf join pst.mt_events using (seq_id) where {second}");
        await supervisor.OpenAsync($"/riwayat/1872/{visit}");
        supervisor.Text("#proof").ShouldStartWith($"✕ Tidak sama dengan yang ditandatangani: posisi {position}.");
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
        (await auditor.OpenAsync($"/riwayat/1872/{visit}")).Page.QuerySelectorAll("main form[method=post]").ShouldBeEmpty();
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

    [Fact]
    public async Task Personal_data_opens_for_a_reason_and_the_reason_is_recorded()
    {
        var (visit, supervisor) = await SignedAsync("lira", "tujuh@example.org");
        await supervisor.OpenAsync($"/meja/{visit}");
        await supervisor.ActAsync("take_note", "Simpan catatan", ("text", "titip payung"));
        (await supervisor.OpenAsync($"/riwayat/1872/{visit}")).Text("main").ShouldNotContain("titip payung");
        await supervisor.PressLinkAsync("Buka data pribadi");
        var before = await site.EventsAsync("details_seen");

        await supervisor.PressAsync("Buka dan catat", ("seenFor", "complaint"), ("reason", " "));
        supervisor.Page.QuerySelector("[role=alert]").ShouldNotBeNull();
        supervisor.Text("main").ShouldNotContain("Siti Aminah");
        (await site.EventsAsync("details_seen")).ShouldBe(before);

        await supervisor.PressAsync("Buka dan catat", ("seenFor", "complaint"), ("reason", "pengaduan PGD260302001"));
        supervisor.Text("dl").ShouldContain("Siti Aminah");
        supervisor.Text("main").ShouldContain("titip payung");
        (await site.ScalarAsync<string>($"""
            select count(*) || ' ' || min(t.body) from pst.mt_events e join vault.text t on t.id = (e.data ->> 'ReasonRef')::uuid
            where e.type = 'details_seen' and e.data ->> 'Visit' = '{visit}'
            """)).ShouldBe("2 pengaduan PGD260302001", "the details, and what was noted");
    }

    [Fact]
    public async Task An_event_is_shown_as_stored_to_the_auditor_alone()
    {
        var (visit, supervisor) = await SignedAsync("lora", "delapan@example.org");
        await site.SequenceAsync();
        var auditor = await site.SignedInAsync("mona", Role.Auditor, "1872");
        await auditor.OpenAsync($"/riwayat/1872/{visit}/mentah/2");
        auditor.Text("main").ShouldContain("✓ Sidik yang dihitung dari isi di bawah sama dengan yang ada di log.");
        auditor.Text(".raw").ShouldContain("\"Purpose\": 1");
        (await auditor.OpenAsync($"/riwayat/1872/{visit}/mentah/3")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await supervisor.OpenAsync($"/riwayat/1872/{visit}")).Page.QuerySelectorAll("a[href*=mentah]").ShouldBeEmpty();
        (await supervisor.OpenAsync($"/riwayat/1872/{visit}/mentah/2")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_story_goes_out_as_a_table_and_as_a_document()
    {
        var (visit, supervisor) = await SignedAsync("luna", "sembilan@example.org");
        await supervisor.OpenAsync($"/riwayat/1872/{visit}/cerita/riwayat.csv");
        var lines = (await supervisor.Answer.Content.ReadAsStringAsync()).Split("\r\n");
        lines[0].ShouldStartWith("Langkah,Posisi log,Terjadi,Dicatat,Kejadian,Kalimat");
        lines[2].ShouldContain(",guestbook_signed,\"Pengunjung mengisi buku tamu: Tugas sekolah/kuliah, Pelajar/mahasiswa.\",,");

        await supervisor.OpenAsync($"/riwayat/1872/{visit}/cerita/riwayat.json");
        var document = JsonDocument.Parse(await supervisor.Answer.Content.ReadAsStringAsync()).RootElement;
        document.GetProperty("events")[1].GetProperty("command").GetString().ShouldBe("sign_guestbook");
        document.GetProperty("events")[1].GetProperty("changes")[0].GetProperty("after").GetString().ShouldBe("Menunggu");
        (await supervisor.OpenAsync($"/riwayat/1872/{visit}/cerita/lain.csv")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    async Task<(string Visit, Browser Supervisor)> SignedAsync(string supervisor, string email)
    {
        await site.OpenAsync("1872");
        var visit = (await (await site.KioskAsync("1872")).SignedAsync(("visitor.email", email))).Visit();
        return (visit, await site.SignedInAsync(supervisor, Role.Supervisor, "1872"));
    }
}
