using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Pst.Domain;
using Pst.Pages.Tests.Support;
using Pst.Testing;
using Pst.Web.Access;
using Pst.Web.Softcopies;

namespace Pst.Pages.Tests.Softcopies;

/// <summary>Softcopies that their visitors wait for. It is Monday, the second of March.</summary>
[Collection(nameof(SoftcopySite))]
public sealed class HandoverTests(Site site)
{
    const string Book = "1872-e30ae33160c5dc5cdcf1b75d";

    [Fact]
    public async Task What_is_scanned_at_the_desk_is_handed_over_by_one_press_and_told_to_the_visit_once()
    {
        await site.OpenAsync("1872");
        await (await site.SignedInAsync("admin-pindai", Role.Admin, null)).ImportAsync();
        var visit = (await (await site.KioskAsync("1872")).SignedAsync(("visitor.email", "pindai@example.org"))).Visit();
        var desk = await (await site.SignedInAsync("desi", Role.Staff, "1872")).ActAsync(visit, ["serve"]);
        await desk.OpenAsync($"/meja/{visit}");
        await ScanAsync(desk, [.. "%PDF-1.7 bukan"u8]);
        desk.Text("#scan_softcopy [role=alert]").ShouldContain("terpotong");
        await ScanAsync(desk);
        desk.Text("#scan_softcopy [role=alert]").ShouldContain("Pilih dahulu berkas");
        (await ToldAsync(visit)).ShouldBe("arrived guestbook_signed served", "nothing is told of what came to nothing");

        var card = desk.Page;
        await ScanAsync(desk, ThreePages());
        desk.Address.ShouldBe($"/meja/{visit}");
        desk.Text("#kartu").ShouldContain("Sudah diserahkan · 3 halaman");
        var title = await site.ScalarAsync<string>($"select title from library.publication where domain || '-' || pub_id = '{Book}'");
        desk.Text("#undo span").ShouldBe($"Memindai 3 halaman dari {title}.", "nobody at a desk knows its number");
        desk.Page.QuerySelectorAll("#kartu details svg").Length.ShouldBe(1, "for the visitor's phone");
        await ScanAsync(desk, ThreePages(), card);
        (await ToldAsync(visit)).ShouldBe("arrived guestbook_signed served softcopy_scanned");

        var pdf = await SoftcopyTests.FetchedAsync(site.NewBrowser(), await site.MailAsync());
        (await pdf.TextAsync()).ShouldContain("Softcopy SC-1872-2026-");
        var request = await site.ScalarAsync<Guid>(
            $"select stream_id from pst.mt_events where type = 'softcopy_asked' and data ->> 'Visit' = '{visit}'");
        (await site.ScalarAsync<string>($"""
            select string_agg(type, ' ' order by version) from pst.mt_events where stream_id = '{request}'
            """)).ShouldBe("softcopy_asked softcopy_prepared softcopy_delivered softcopy_fetched");
        await site.ScalarAsync<Guid>($"update vault.complainant set email = null where visit = '{request}' returning visit");
        (await site.ScalarAsync<bool>($"""
            select '{request}' in (select vault.visits_of('1872', array[visitor])) from vault.signing where visit = '{visit}'
            """)).ShouldBeTrue("who is forgotten takes it along, with an address or without");
    }

    [Fact]
    public async Task Where_the_standard_promises_a_mark_what_one_takes_by_oneself_is_marked_and_leads_back_to_its_request()
    {
        await site.OpenAsync("5272", Marking);
        await (await site.SignedInAsync("admin-sendiri", Role.Admin, null)).ImportAsync();
        await site.KeepPdfAsync(Book);
        var browser = await (await site.VisitorAsync("sendiri@example.org", whatsapp: "081234567890")).BeginAsync("5272");
        var at = await TakeAsync(browser, Book);
        await browser.PressAsync("Unduh PDF");
        var pdf = await PdfFile.OfAsync(await browser.Answer.Content.ReadAsByteArrayAsync());
        var code = Regex.Match(await pdf.TextAsync(), "SC-5272-2026-[0-9]{4}-[0-9A-Z]{10}").Value;
        (await site.NewBrowser().OpenAsync($"/cek/{code}")).Text("main").ShouldContain("dikeluarkan BPS Kota Bima");
        (await TakeAsync(browser, Book)).ShouldBe(at, "the same visit gets the same copy");
        (await site.ScalarAsync<string>("""
            select string_agg(own.type, ' ' order by own.version) || ' ' || c.email from pst.mt_events asked
            join pst.mt_events own on own.stream_id = asked.stream_id join vault.complainant c on c.visit = asked.stream_id
            where asked.type = 'softcopy_asked' and asked.data ->> 'Way' = '3' and c.email = 'sendiri@example.org' group by c.email
            """)).ShouldBe("softcopy_asked softcopy_prepared softcopy_delivered softcopy_fetched sendiri@example.org");
    }

    [Fact]
    public async Task What_cannot_be_marked_by_itself_waits_for_the_librarian()
    {
        await site.OpenAsync("5272", Marking);
        await (await site.SignedInAsync("admin-sandi", Role.Admin, null)).ImportAsync();
        var book = await site.ScalarAsync<string>(
            $"select min(domain || '-' || pub_id) from library.publication where domain = '1872' and pub_id <> '{Book[5..]}'");
        await site.KeepPdfAsync(book, [.. "%PDF-1.4\n% /ByteRange [0 1 2 3]\n%%EOF\n"u8]);
        var browser = await (await site.VisitorAsync("sandi@example.org", whatsapp: "081234567890")).BeginAsync("5272");
        await TakeAsync(browser, book);
        browser.Text("main").ShouldContain("BPS Kota Bima menyerahkannya paling lambat 4 Maret 2026");
        var number = browser.Heading.Split(' ')[^1];
        var lina = await (await site.SignedInAsync("lina-sandi", Role.Staff, "5272")).OpenAsync("/softcopy");
        lina.Text("[aria-labelledby=open]").ShouldContain(number);
        lina.Text("[aria-labelledby=open] .countdown").ShouldBe("● sisa 2 hari kerja");
    }

    [Fact]
    public async Task A_made_file_goes_when_its_link_ends_or_who_asked_is_forgotten_and_not_before()
    {
        await site.OpenAsync("1872");
        var desk = await site.SignedInAsync("dina", Role.Staff, "1872");
        var (files, mail) = (new List<string>(), "");
        foreach (var name in (string[])["tetap", "lupa"])
        {
            var visit = (await (await site.KioskAsync("1872")).SignedAsync(("visitor.email", $"{name}@example.org"))).Visit();
            await desk.ActAsync(visit, ["serve"]);
            await desk.OpenAsync($"/meja/{visit}");
            await ScanAsync(desk, ThreePages());
            mail = await site.MailAsync();
            files.Add(await FileOfAsync(visit));
            File.SetLastWriteTimeUtc(files[^1], site.Clock.Now.AddDays(-2).UtcDateTime);
        }
        var link = Regex.Match(mail, "/ambil/[A-Za-z0-9_-]+").Value;
        await site.ScalarAsync<Guid>("delete from vault.complainant where email = 'lupa@example.org' returning visit");
        (await LeftAfterAsync(0, files)).ShouldBe([files[0]]);
        var stranger = await site.NewBrowser().OpenAsync(link);
        await stranger.PressAsync("Unduh PDF");
        stranger.Text("[role=alert]").ShouldContain("Masa berlaku tautan ini sudah habis");
        (await LeftAfterAsync(14, files)).ShouldBe([files[0]], "again until its last moment");
        (await LeftAfterAsync(15, files)).ShouldBeEmpty();
        (await LeftAfterAsync(15, files)).ShouldBeEmpty("and once more");
    }

    static Office Marking(Office bima) =>
        bima with { Standard = bima.Standard with { Digital = bima.Standard.Digital with { Watermark = true } } };

    async Task<IEnumerable<string>> LeftAfterAsync(int days, IEnumerable<string> files)
    {
        var began = site.Clock.Now;
        try
        {
            site.Clock.Now = began.AddDays(days);
            await site.Services.GetServices<IHostedService>().OfType<SoftcopyWorker>().Single().RunOnceAsync(CancellationToken.None);
            return [.. files.Where(File.Exists)];
        }
        finally { site.Clock.Now = began; }
    }

    async Task<string> FileOfAsync(string visit)
    {
        var hash = await site.ScalarAsync<string>($"""
            select made.data #>> '{"{File,Sha256}"}' from pst.mt_events asked join pst.mt_events made using (stream_id)
            where asked.data ->> 'Visit' = '{visit}' and made.type = 'softcopy_prepared'
            """);
        return Path.Combine(site.Data, "softcopy", hash[..2], hash);
    }

    // Presses the button and waits at the page where it is fetched, as somebody without script does.
    static async Task<string> TakeAsync(Browser browser, string book)
    {
        await browser.OpenAsync($"/pustaka/{book}");
        await browser.PressAsync("Unduh softcopy");
        var at = browser.Address;
        at.ShouldStartWith("/ambil/");
        bool IsWaiting() => browser.Page.QuerySelectorAll("noscript").Any(it => it.InnerHtml.Contains("refresh"));
        for (var looks = 0; looks < 600 && IsWaiting(); looks++)
        {
            browser.Text("[role=status]").ShouldContain("sedang dibuat");
            await Task.Delay(50);
            await browser.OpenAsync(at);
        }
        return at;
    }

    Task<string> ToldAsync(string visit) => site.ScalarAsync<string>(
        $"select string_agg(type, ' ' order by version) from pst.mt_events where stream_id = '{visit}' and type <> 'called'");

    static byte[] ThreePages()
    {
        var pages = new PdfPages();
        for (var page = 1; page <= 3; page++) pages.AddPage(595, 842, "", "q Q");
        return pages.ToArray();
    }

    static Task<Browser> ScanAsync(Browser desk, byte[]? file = null, AngleSharp.Html.Dom.IHtmlDocument? card = null)
    {
        string Hidden(string field) => (card ?? desk.Page).QuerySelector($"#scan_softcopy input[name={field}]")!.GetAttribute("value")!;
        var sent = new MultipartFormDataContent { { new StringContent(Book), "publicationId" } };
        foreach (var field in (string[])["_form", "_id", "_request"]) sent.Add(new StringContent(Hidden(field)), field);
        if (file is not null) sent.Add(new ByteArrayContent(file), "files", "../../pindai.pdf");
        var to = (card ?? desk.Page).QuerySelector("#scan_softcopy button[formaction]")!.GetAttribute("formaction")!;
        return desk.SendAsync(new(HttpMethod.Post, to) { Content = sent });
    }
}
