using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Pst.Pages.Tests.Support;
using Pst.Testing;
using Pst.Web.Access;
using Pst.Web.Library;
using Pst.Web.Softcopies;

namespace Pst.Pages.Tests.Softcopies;

/// <summary>A softcopy on the visitor's pages and on the office's. It is Monday, the second of March.</summary>
[Collection(nameof(SoftcopySite))]
public sealed class SoftcopyTests(Site site)
{
    const string Book = "1872-e30ae33160c5dc5cdcf1b75d";

    [Fact]
    public async Task From_the_form_to_the_download_and_from_the_file_back_to_its_request()
    {
        var (dewi, at, lina) = await AskedAsync("alur", ("from", "2"), ("to", "3"));
        dewi.Text("main").ShouldContain("Menunggu disiapkan");
        await lina.OpenAsync(at);
        lina.Text("[aria-labelledby=permintaan]").ShouldContain("2–3");
        lina.Text("main").ShouldNotContain("dewi.alur");
        await lina.PressAsync("Siapkan berkas");
        lina.Text("[aria-labelledby=berkas]").ShouldContain("2 halaman");
        await lina.PressAsync("Serahkan softcopy");
        (await dewi.OpenAsync(dewi.Address)).Text("main").ShouldContain("berlaku sampai 16 Maret 2026");

        var mail = await site.MailAsync();
        mail.ShouldNotContain("Metro Dalam Angka");
        var pdf = await FetchedAsync(dewi, mail);
        var code = Regex.Match(await pdf.TextAsync(), "SC-1872-2026-[0-9]{4}-[0-9A-Z]{10}").Value;
        (await QrReader.ReadAsync(pdf.Path, 2)).ShouldEndWith($"/cek/{code}");
        (await pdf.TextAsync()).ShouldNotContain("Dewi");

        var nobody = await site.NewBrowser().OpenAsync($"/cek/{code}");
        nobody.Text("main").ShouldContain("dikeluarkan BPS Kota Metro");
        nobody.Text("main").ShouldNotContain("Dewi");
        (await nobody.OpenAsync($"/cek/{code[..^1]}{(code[^1] == 'A' ? 'B' : 'A')}")).Text("main").ShouldContain("tidak kami kenal");
        await lina.OpenAsync("/softcopy/1872/telusur");
        await lina.PressAsync("Telusuri", ("kode", code.ToLowerInvariant()));
        lina.Address.ShouldBe(at);
        (await TraceAsync(lina, await File.ReadAllBytesAsync(pdf.Path))).Address.ShouldBe(at);
        (await TraceAsync(lina, [.. "MZ"u8])).Text("[role=alert]").ShouldContain("bukan PDF");
        await lina.OpenAsync(at);
        await lina.PressAsync("Buka data pemohon");
        lina.Text("[aria-labelledby=pemohon]").ShouldContain("dewi.alur@example.org");
        (await site.ScalarAsync<long>("select count(*) from pst.mt_events where data::text like '%dewi.alur%'")).ShouldBe(0);
    }

    [Fact]
    public async Task The_address_of_the_request_is_not_the_address_of_the_file_and_a_look_fetches_nothing()
    {
        var (dewi, at, lina) = await AskedAsync("tautan");
        (await dewi.OpenAsync($"/ambil/{dewi.Address.Split('/')[^1]}")).Status.ShouldBe(HttpStatusCode.NotFound);
        await lina.OpenAsync(at);
        await lina.PressAsync("Siapkan berkas");
        await lina.PressAsync("Serahkan softcopy");
        var mail = await site.MailAsync();
        for (var times = 0; times < 10; times++) await FetchedAsync(dewi, mail);
        (await lina.OpenAsync(at)).Text("[aria-labelledby=permintaan]").ShouldContain("Diunduh10");
        await dewi.PressAsync("Unduh PDF");
        dewi.Text("[role=alert]").ShouldContain("sebanyak yang boleh");
        var began = site.Clock.Now;
        try
        {
            site.Clock.Now = began.AddDays(15);
            await site.Services.GetServices<IHostedService>().OfType<SoftcopyWorker>().Single().RunOnceAsync(CancellationToken.None);
            (await dewi.OpenAsync(dewi.Address)).Text("main").ShouldContain("Masa berlaku tautan habis");
        }
        finally { site.Clock.Now = began; }
    }

    [Fact]
    public async Task What_is_declined_says_why_and_a_file_that_means_no_good_is_refused_with_a_reason()
    {
        var (dewi, at, lina) = await AskedAsync("tolak");
        await lina.OpenAsync(at);
        await PrepareAsync(lina, at, "../../jahat.pdf", [.. "%PDF-1.7 bukan"u8]);
        lina.Text("[role=alert]").ShouldContain("terpotong");
        await lina.PressAsync("Tolak", ("reason", "Publikasi ini hanya dijual."));
        (await dewi.OpenAsync(dewi.Address)).Text("main").ShouldContain("Publikasi ini hanya dijual.");
        (await site.MailAsync()).ShouldContain("ditolak");
    }

    [Fact]
    public async Task What_was_given_to_the_wrong_person_is_called_back_and_its_code_still_tells_that_it_was_issued()
    {
        var (dewi, at, lina) = await AskedAsync("tarik");
        var request = dewi.Address;
        await lina.OpenAsync(at);
        await lina.PressAsync("Siapkan berkas");
        lina.Text("main").ShouldNotContain("Tarik kembali");
        await lina.PressAsync("Serahkan softcopy");
        var pdf = await FetchedAsync(dewi, await site.MailAsync());
        var code = Regex.Match(await pdf.TextAsync(), "SC-1872-2026-[0-9]{4}-[0-9A-Z]{10}").Value;
        await lina.OpenAsync(at);
        await lina.PressAsync("Tarik kembali", ("reason", "Salah orang."));
        lina.Text("[role=alert]").ShouldNotBeEmpty("it is confirmed first");
        await lina.PressAsync("Tarik kembali", ("reason", "Salah orang."), ("sure", "true"));
        lina.Text("h1").ShouldContain("Ditarik kembali oleh kantor");
        lina.Text("[aria-labelledby=permintaan]").ShouldContain("Salah orang.");

        var mail = await site.MailAsync();
        mail.ShouldContain("ditarik kembali");
        mail.ShouldNotContain("Salah orang");
        await dewi.PressAsync("Unduh PDF"); // on the page from before
        dewi.Text("[role=alert]").ShouldContain("sudah ditarik kembali oleh kantor");
        (await dewi.OpenAsync(dewi.Address)).Status.ShouldBe(HttpStatusCode.Gone);
        dewi.Text("main").ShouldContain("BPS Kota Metro menarik kembali softcopy ini");
        (await dewi.OpenAsync(request)).Text("main").ShouldContain("Salah orang.");
        var stranger = (await site.NewBrowser().OpenAsync($"/cek/{code}")).Text("main");
        stranger.ShouldContain("dikeluarkan BPS Kota Metro, lalu ditarik kembali");
        stranger.ShouldNotContain("Salah orang");
        (await MadeAsync(at)).ShouldBe((true, false), "its file goes with the next round");
    }

    // Whether the file lies there, now and after the worker's next round.
    async Task<(bool Before, bool After)> MadeAsync(string at)
    {
        var hash = await site.ScalarAsync<string>($"""
            select data #>> '{"{File,Sha256}"}' from pst.mt_events where stream_id = '{at.Split('/')[^1]}' and type = 'softcopy_prepared'
            """);
        var file = Path.Combine(site.Data, "softcopy", hash[..2], hash);
        var before = File.Exists(file);
        File.SetLastWriteTimeUtc(file, site.Clock.Now.AddDays(-2).UtcDateTime);
        await site.Services.GetServices<IHostedService>().OfType<SoftcopyWorker>().Single().RunOnceAsync(CancellationToken.None);
        return (before, File.Exists(file));
    }

    [Fact]
    public async Task What_is_asked_in_an_online_visit_is_told_there()
    {
        await site.OpenAsync("1872");
        await (await site.SignedInAsync("admin-daring", Role.Admin, null)).ImportAsync();
        var rina = await (await site.VisitorAsync("rina.daring@example.org")).BeginAsync("1872");
        await rina.OpenAsync($"/pustaka/{Book}/minta/1872");
        await rina.PressAsync("Kirim permintaan", ("purpose", "4")); // name and address are the account's
        rina.Text("main").ShouldContain("Menunggu disiapkan");

        (await site.ScalarAsync<string>("""
            select string_agg(own.type, ' ' order by own.version) from pst.mt_events asked
            join pst.mt_events own on own.stream_id = (asked.data ->> 'Visit')::uuid
            where asked.type = 'softcopy_asked' and asked.data ->> 'Visitor' is not null and asked.data ->> 'Way' = '1'
            """)).ShouldBe("arrived guestbook_signed served softcopy_requested");
    }

    [Fact]
    public async Task It_is_judged_once_and_a_low_mark_reaches_the_supervisor_without_its_number()
    {
        var (dewi, at, lina) = await AskedAsync("nilai");
        dewi.Page.QuerySelector(".faces").ShouldBeNull("there is nothing to judge yet");
        var number = dewi.Heading.Split(' ')[^1];
        await lina.OpenAsync(at);
        await lina.PressAsync("Siapkan berkas");
        await lina.PressAsync("Serahkan softcopy");
        var link = Regex.Match(await site.MailAsync(), "/ambil/[A-Za-z0-9_-]+").Value;
        await dewi.OpenAsync(dewi.Address);
        await dewi.SubmitAsync(
            dewi.Page.QuerySelectorAll(".faces button[value='2']").OfType<IHtmlButtonElement>().Single(), ("comment", "Lama sekali."));
        foreach (var page in (string[])[dewi.Address, link])
        {
            (await dewi.OpenAsync(page)).Text("main").ShouldContain("Terima kasih atas penilaian Anda.");
            dewi.Page.QuerySelector(".faces").ShouldBeNull("once");
        }

        (await lina.OpenAsync("/softcopy")).Text("main").ShouldContain("rata-rata 2,00 dari 4, 1 penilaian");
        await lina.OpenAsync("/penilaian");
        lina.Text("article h3").ShouldStartWith("Kurang puas");
        foreach (var hidden in (string[])[number, "Lama sekali.", at])
            lina.Page.QuerySelector("main")!.OuterHtml.ShouldNotContain(hidden);
        (await lina.PressAsync("Buka saran")).Text("blockquote").ShouldBe("Lama sekali.");
        (await site.ScalarAsync<long>("select count(*) from pst.mt_events where data::text like '%Lama sekali%'")).ShouldBe(0);
    }

    [Fact]
    public async Task A_mail_tells_the_last_day_as_the_office_counts_days()
    {
        var began = site.Clock.Now;
        try
        {
            site.Clock.Now = began.AddHours(20); // Tuesday, 05.00 in Metro; in Greenwich it is still Monday
            var (_, at, lina) = await AskedAsync("dini");
            await lina.OpenAsync(at);
            await lina.PressAsync("Siapkan berkas");
            await lina.PressAsync("Serahkan softcopy");
            (await site.MailAsync()).ShouldContain("sampai 17 Maret 2026");
        }
        finally { site.Clock.Now = began; }
    }

    /// <summary>The file, by the address in a mail.</summary>
    internal static async Task<PdfFile> FetchedAsync(Browser dewi, string mail)
    {
        await dewi.OpenAsync(Regex.Match(mail, "/ambil/[A-Za-z0-9_-]+").Value);
        await dewi.PressAsync("Unduh PDF");
        dewi.Answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf");
        var pdf = await PdfFile.OfAsync(await dewi.Answer.Content.ReadAsByteArrayAsync());
        await dewi.OpenAsync(Regex.Match(mail, "/ambil/[A-Za-z0-9_-]+").Value);
        return pdf;
    }

    static Task<Browser> PrepareAsync(Browser lina, string at, string name, byte[] file)
    {
        string Hidden(string field) => lina.Page.QuerySelector($"main input[name={field}]")!.GetAttribute("value")!;
        var sent = new MultipartFormDataContent
        {
            { new StringContent(Hidden("_form")), "_form" }, { new StringContent(Hidden("_id")), "_id" },
            { new StringContent("prepare"), "_do" }, { new ByteArrayContent(file), "files", name },
        };
        return lina.SendAsync(new(HttpMethod.Post, at) { Content = sent });
    }

    static async Task<Browser> TraceAsync(Browser lina, byte[] file)
    {
        await lina.OpenAsync("/softcopy/1872/telusur");
        var sent = new MultipartFormDataContent
        {
            { new StringContent(lina.Page.QuerySelector("main input[name=_form]")!.GetAttribute("value")!), "_form" },
            { new ByteArrayContent(file), "file", "temuan.pdf" },
        };
        return await lina.SendAsync(new(HttpMethod.Post, "/softcopy/1872/telusur") { Content = sent });
    }

    async Task<(Browser Dewi, string At, Browser Lina)> AskedAsync(string name, params (string Field, string Value)[] beside)
    {
        await site.OpenAsync("1872");
        await (await site.SignedInAsync($"admin-{name}", Role.Admin, null)).ImportAsync();
        await site.KeepPdfAsync(Book);
        var dewi = await site.NewBrowser().OpenAsync($"/pustaka/{Book}");
        await dewi.PressLinkAsync("Minta softcopy · BPS Kota Metro");
        await dewi.PressAsync(
            "Kirim permintaan", [("name", "Dewi Anggraini"), ("email", $"dewi.{name}@example.org"), ("purpose", "4"), .. beside]);
        var lina = await site.SignedInAsync($"lina-{name}", Role.Supervisor, "1872");
        await lina.OpenAsync("/softcopy");
        await site.MailAsync(); // that it was received
        var number = dewi.Heading.Split(' ')[^1];
        return (dewi, lina.Page.QuerySelectorAll("main a").Single(it => it.TextContent == number).GetAttribute("href")!, lina);
    }
}

/// <summary>One site for all that is told of softcopies.</summary>
[CollectionDefinition(nameof(SoftcopySite))]
public sealed class SoftcopySite : ICollectionFixture<Site>;
