using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Pst.Domain;
using Pst.Pages.Tests.Support;
using Pst.Web.Access;
using Pst.Web.Complaints;
using Pst.Web.Erasing;
using Pst.Web.Vault;

namespace Pst.Pages.Tests.Complaints;

/// <summary>A complaint on the complainant's page and on the office's. It is Monday, the second of March.</summary>
public sealed class ComplaintTests(Site site) : IClassFixture<Site>
{
    const string What = "Petugas tidak ada di meja selama dua puluh menit.";

    [Fact]
    public async Task From_the_form_to_an_answer_with_which_its_complainant_is_content()
    {
        var (dewi, at, lina) = await ComplainedAsync("puas", ("name", "Dewi Anggraini"), ("email", "dewi@example.org"));
        (await site.MailAsync()).ShouldContain(dewi.Address);

        await lina.OpenAsync(at);
        lina.Text(".complaint-entries").ShouldContain(What);
        await lina.PressAsync("Verifikasi pengaduan", ("class", "WAKTU"));
        await lina.PressAsync("Kirim pertanyaan", ("message", "Hari apa itu?"));
        await dewi.OpenAsync(dewi.Address);
        dewi.Text(".complaint-entries").ShouldContain("Hari apa itu?");

        await dewi.PressAsync("Kirim pesan", ("message", "Jumat pagi."));
        (await lina.OpenAsync(at)).Text(".complaint-entries").ShouldContain("Pengadu menanggapi. Jumat pagi.");
        await lina.PressAsync("Nyatakan selesai", ("outcome", "Meja kini dijaga bergantian."));
        await dewi.OpenAsync(dewi.Address);
        await dewi.PressAsync("Ya, sudah selesai");
        dewi.Text(".complaint-entries").ShouldContain("Ditutup: pengadu menyatakan selesai.");
        dewi.Page.QuerySelector("textarea").ShouldBeNull();
        (await lina.OpenAsync("/aduan")).Text("[aria-labelledby=closed]").ShouldContain(dewi.Heading.Split(' ')[^1]);
    }

    [Fact]
    public async Task Mail_says_where_to_read_and_nothing_of_the_matter()
    {
        var (dewi, at, lina) = await ComplainedAsync("surat", ("name", "Dewi"), ("email", "surat@example.org"));
        await site.MailAsync();
        await lina.OpenAsync(at);
        await lina.PressAsync("Verifikasi pengaduan", ("class", "WAKTU"));
        await lina.PressAsync("Kirim jawaban", ("message", "Kami minta maaf atas kejadian itu."));
        var mail = await site.MailAsync();
        mail.ShouldContain("menjawab pengaduan Anda");
        mail.ShouldContain(dewi.Address);
        mail.ShouldNotContain("minta maaf");
    }

    [Fact]
    public async Task Mail_is_in_the_language_in_which_its_reader_wrote_whoever_answers()
    {
        await site.OpenAsync("1872");
        var own = await site.NewBrowser().OpenAsync("/pengaduan/1872");
        await own.PressAsync("English");
        await own.PressAsync("Send the complaint", ("description", What), ("name", "Ann"), ("email", "ann@example.org"));
        (await site.MailAsync()).ShouldContain("<html lang=\"en\">");
        var lina = await site.SignedInAsync("bahasa", Role.Supervisor, "1872");
        await lina.OpenAsync("/aduan");
        await lina.PressLinkAsync(own.Heading.Split(' ')[^1]);
        await lina.PressAsync("Verifikasi pengaduan", ("class", "WAKTU"));
        await lina.PressAsync("Kirim jawaban", ("message", "Kami minta maaf."));
        (await site.MailAsync()).ShouldContain("answered your complaint");
    }

    [Fact]
    public async Task Of_an_anonymous_complaint_nothing_is_kept_but_its_words()
    {
        var before = await site.ScalarAsync<long>("select count(*) from vault.complainant");
        var (budi, at, lina) = await ComplainedAsync("tanpanama", ("anonymous", "true"), ("name", "Budi"), ("email", "budi@example.org"));
        (await site.ScalarAsync<long>("select count(*) from vault.complainant")).ShouldBe(before);
        (await lina.OpenAsync(at)).Text("[aria-labelledby=pengadu]").ShouldContain("Tanpa nama.");
        budi.Text("[aria-labelledby=simpan]").ShouldContain("Kata rahasia");
    }

    [Fact]
    public async Task Whoever_has_code_and_secret_finds_it_again_and_nobody_else()
    {
        var (own, _, _) = await ComplainedAsync("kode", ("anonymous", "true"));
        var codes = own.Page.QuerySelectorAll(".enrolment-code").Select(it => it.TextContent).ToList();
        var finder = await site.NewBrowser().OpenAsync("/pengaduan/1872/lacak");
        await finder.PressAsync("Buka", ("kode", codes[0].ToLowerInvariant()), ("rahasia", codes[1].ToLowerInvariant().Replace("-", " ")));
        finder.Address.ShouldBe(own.Address);

        foreach (var (code, secret) in new[] { (codes[0], "AAAAA-AAAAA"), ("PGD260302999", codes[1]), ("x", "") })
        {
            await finder.OpenAsync("/pengaduan/1872/lacak");
            await finder.PressAsync("Buka", ("kode", code), ("rahasia", secret));
            finder.Text("[role=alert]").ShouldContain("tidak cocok");
        }
        (await finder.OpenAsync(own.Address[..^3] + "xxx")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_is_wrong_is_said_and_what_was_typed_stays()
    {
        await site.OpenAsync("1872");
        var visitor = await site.NewBrowser().OpenAsync("/pengaduan/1872");
        await visitor.PressAsync("Kirim pengaduan", ("description", What), ("name", "Dewi"));
        visitor.Text("[role=alert]").ShouldContain("Email: Wajib diisi.");
        visitor.Page.QuerySelector("#description")!.TextContent.ShouldBe(What);

        var complaints = await site.EventsAsync("complaint_received");
        await visitor.PostWithTokenAsync(
            "/pengaduan/1872", ("_id", $"{Guid.CreateVersion7()}"), ("_complaint", $"{Guid.CreateVersion7()}"), ("way", "box"),
            ("description", What), ("anonymous", "true"));
        visitor.Text("[role=alert]").ShouldContain("Peran Anda");
        (await site.EventsAsync("complaint_received")).ShouldBe(complaints);
    }

    [Fact]
    public async Task Who_complains_shows_to_whoever_opens_it_which_is_recorded_and_stands_in_no_event()
    {
        var (_, at, lina) = await ComplainedAsync("dibuka", ("name", "Sekar Ayu"), ("phone", "0812 3456 7890"));
        (await lina.OpenAsync(at)).Text("main").ShouldNotContain("Sekar Ayu");
        var seen = await site.EventsAsync("details_seen");
        await lina.PressAsync("Buka data pengadu");
        lina.Text("[aria-labelledby=pengadu]").ShouldContain("Sekar Ayu");
        lina.Page.QuerySelector("a[href^='https://wa.me/6281234567890']").ShouldNotBeNull();
        (await site.EventsAsync("details_seen")).ShouldBe(seen + 1);
        (await site.ScalarAsync<long>("select count(*) from pst.mt_events where data::text ~ 'Sekar|081234567890|dua puluh'")).ShouldBe(0);
    }

    [Fact]
    public async Task Staff_write_down_what_came_by_the_box_and_supervisors_handle_it()
    {
        await site.OpenAsync("1872");
        var sari = await site.SignedInAsync("loket", Role.Staff, "1872");
        await sari.OpenAsync("/aduan/1872/baru");
        await sari.PressAsync("Catat pengaduan", ("way", "box"), ("description", "Ruang baca panas."), ("anonymous", "true"));
        sari.Text(".complaint-entries").ShouldContain("Pengaduan diterima: Kotak saran. Ruang baca panas.");
        sari.Page.QuerySelectorAll("button").ShouldNotContain(it => it.TextContent == "Verifikasi pengaduan");
        await sari.PostWithTokenAsync(sari.Address, ("_do", "verify"), ("_id", $"{Guid.CreateVersion7()}"), ("class", "SARANA"));
        sari.Text("[role=alert]").ShouldContain("Peran Anda");
    }

    [Fact]
    public async Task What_is_overdue_goes_up_once_and_silence_closes_what_is_resolved()
    {
        var (_, at, lina) = await ComplainedAsync("naik", ("anonymous", "true"));
        var worker = site.Services.GetServices<IHostedService>().OfType<ComplaintWorker>().Single();
        var began = site.Clock.Now;
        try
        {
            site.Clock.Now = began.AddDays(4);
            for (var round = 0; round < 2; round++) await worker.RunOnceAsync(CancellationToken.None);
            lina = await site.SignInAsync("naik");
            await lina.OpenAsync(at);
            lina.Text(".complaint-entries").Split("tenggat verifikasi terlewat").Length.ShouldBe(2);
            await lina.PressAsync("Verifikasi pengaduan", ("class", "PROSEDUR"));
            await lina.PressAsync("Nyatakan selesai", ("outcome", "Alurnya ditempel di pintu."));

            site.Clock.Now = began.AddDays(25);
            await worker.RunOnceAsync(CancellationToken.None);
            lina = await site.SignInAsync("naik");
            (await lina.OpenAsync(at)).Text(".complaint-entries").ShouldContain("Ditutup: tidak ada tanggapan");
        }
        finally { site.Clock.Now = began; }
    }

    [Fact]
    public async Task What_was_kept_long_enough_is_gone_and_its_page_says_so()
    {
        var (own, at, lina) = await ComplainedAsync("lewat", ("name", "Sekar Lama"), ("phone", "0812 3456 7890"));
        await lina.OpenAsync(at);
        await lina.PressAsync("Tutup pengaduan", ("reason", "Bukan kantor ini."), ("sure", "true"));
        var began = site.Clock.Now;
        try
        {
            site.Clock.Now = began.AddDays(40);
            await site.OpenAsync("1872", it => it with { Local = it.Local with { RetentionDays = 30 } });
            (await site.Services.GetRequiredService<Destruction>().RunAsync(new("1872"), CancellationToken.None)).ShouldNotBeNull();

            (await own.OpenAsync(own.Address)).Text(".col-lg-7").ShouldContain("masa simpannya habis");
            own.Text("main").ShouldNotContain(What);
            lina = await site.SignInAsync("lewat");
            (await lina.OpenAsync(at)).Text("[aria-labelledby=pengadu]").ShouldContain("sudah dihapus");
            lina.Text(".complaint-entries").ShouldContain("Pengaduan diterima");
        }
        finally { site.Clock.Now = began; }
    }

    [Fact]
    public async Task Codes_of_complaints_that_come_at_once_count_up_without_gaps()
    {
        await site.OpenAsync("5272");
        var writer = site.Services.GetRequiredService<ComplaintWriter>();
        var caller = new Caller("complainant", Role.Visitor, new("5272"));
        await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(async () =>
        {
            var text = VaultEntry.Text.Of(What);
            var receive = new ComplaintCommand.Receive(ComplaintWay.Online, IsAnonymous: true, text.Id, null);
            await writer.SendAsync(
                new(new("5272"), new(Guid.CreateVersion7()), receive, caller, new(Guid.CreateVersion7(), []), null, text), default);
        })));
        const string numbers =
            "select string_agg(number::text, ' ' order by number) from pst.guard_complaint where tenant_id = '5272'";
        (await site.ScalarAsync<string>(numbers)).ShouldBe(string.Join(' ', Enumerable.Range(1, 32)));
    }

    // The complainant's page, open; where the office reads it; a supervisor's browser.
    async Task<(Browser Own, string At, Browser Supervisor)> ComplainedAsync(string name, params (string Field, string Value)[] who)
    {
        await site.OpenAsync("1872");
        var own = await site.NewBrowser().OpenAsync("/pengaduan/1872");
        await own.PressAsync("Kirim pengaduan", [("description", What), .. who]);
        var supervisor = await site.SignedInAsync(name, Role.Supervisor, "1872");
        await supervisor.OpenAsync("/aduan");
        await supervisor.PressLinkAsync(own.Heading.Split(' ')[^1]);
        return (own, supervisor.Address, supervisor);
    }
}
