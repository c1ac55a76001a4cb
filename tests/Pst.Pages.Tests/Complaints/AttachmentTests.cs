using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Pst.Pages.Tests.Support;
using Pst.Testing;
using Pst.Web.Erasing;
using Pst.Web.Softcopies;

namespace Pst.Pages.Tests.Complaints;

/// <summary>Files that come with a complaint.</summary>
public sealed class AttachmentTests(Site site) : IClassFixture<Site>
{
    const string What = "Kursi di ruang baca patah.";

    // A photograph of one grey dot.
    static readonly byte[] Photo = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==");

    static byte[] Pdf(string words, string beside = "<< >>")
    {
        var pages = new PdfPages();
        var font = pages.Add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
        var other = pages.Add(beside);
        pages.AddPage(595, 842, $"/Font << /F {font} 0 R >> /Properties << /P {other} 0 R >>", $"BT /F 12 Tf 50 700 Td ({words}) Tj ET");
        return pages.ToArray();
    }

    [Fact]
    public async Task What_is_attached_is_read_by_staff_which_is_recorded_and_goes_with_the_words()
    {
        await site.OpenAsync("1872");
        var own = await SendAsync("Kursi patah, lihat foto.", ("../../etc/rahasia.pdf", Pdf("kursi nomor tujuh")), ("foto.exe", Photo));
        own.Text(".complaint-entries").ShouldContain("2 lampiran");
        own.Page.QuerySelector(".complaint-entries a").ShouldBeNull();
        var sari = await site.SignedInAsync("lampiran", Web.Access.Role.Supervisor, "1872");
        await sari.OpenAsync("/aduan");
        await sari.PressLinkAsync(own.Heading.Split(' ')[^1]);
        var at = sari.Address;
        var links = sari.Page.QuerySelectorAll(".complaint-entries a").Select(it => it.GetAttribute("href")!).ToList();

        var seen = await site.EventsAsync("details_seen");
        await sari.OpenAsync(links[0]);
        (await (await PdfFile.OfAsync(await sari.Answer.Content.ReadAsByteArrayAsync())).TextAsync()).ShouldContain("kursi nomor tujuh");
        (await site.EventsAsync("details_seen")).ShouldBe(seen + 1);
        var headers = sari.Answer.Content.Headers;
        (headers.ContentType!.MediaType, headers.ContentDisposition!.DispositionType).ShouldBe(("application/pdf", "attachment"));
        sari.Answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        sari.Answer.Headers.GetValues("Content-Security-Policy").ShouldBe(["default-src 'none'; sandbox"]);
        await sari.OpenAsync(links[1]);
        (await (await PdfFile.OfAsync(await sari.Answer.Content.ReadAsByteArrayAsync())).InfoAsync())["Pages"].ShouldBe("1");
        (await sari.OpenAsync(links[1].Replace(at, $"/aduan/1872/{Guid.CreateVersion7()}"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await (await site.NewBrowser().OpenAsync(links[0])).OpenAsync(links[0])).Heading.ShouldBe("Masuk");
        (await site.ScalarAsync<long>("select count(*) from pst.mt_events where data::text ~ 'etc/rahasia|foto.exe'")).ShouldBe(0);

        await sari.OpenAsync(at);
        await sari.PressAsync("Tutup pengaduan", ("reason", "Bukan kantor ini."), ("sure", "true"));
        var began = site.Clock.Now;
        try
        {
            site.Clock.Now = began.AddDays(40);
            await site.OpenAsync("1872", it => it with { Local = it.Local with { RetentionDays = 30 } });
            await site.Services.GetRequiredService<Destruction>().RunAsync(new("1872"), CancellationToken.None);
            (await site.ScalarAsync<long>($"select count(*) from vault.attachment where visit = '{at.Split('/')[^1]}'")).ShouldBe(0);
            (await own.OpenAsync(own.Address)).Text("main").ShouldNotContain("lampiran");
        }
        finally { site.Clock.Now = began; }
    }

    [Fact]
    public async Task A_file_that_is_not_taken_says_why_at_its_field_and_what_was_typed_stays()
    {
        await site.OpenAsync("1872");
        var kept = await site.ScalarAsync<long>("select count(*) from vault.attachment");
        var small = Pdf("isi");
        foreach (var (why, files) in new (string, (string, byte[])[])[]
        {
            ("bukan PDF, JPEG", [("surat.pdf", [.. "MZ program"u8])]), ("terpotong", [("surat.pdf", [.. "%PDF-1.7 bukan"u8])]),
            ("memuat program atau skrip", [("surat.pdf", Pdf("isi", "<< /S /JavaScript /JS (app.alert(1)) >>"))]),
            ("terlalu besar", [("surat.pdf", [.. small, .. new byte[6 * 1024 * 1024]])]), ("Berkas ini kosong", [("a.pdf", [])]),
            ("Paling banyak tiga", [("a.pdf", small), ("b.pdf", small), ("c.pdf", small), ("d.pdf", small)]),
            ("rusak", [("a.pdf", small), ("b.pdf", small[..(small.Length / 2)].Concat("%%EOF"u8.ToArray()).ToArray())]),
        })
        {
            var own = await SendAsync(What, files);
            own.Text(".invalid-feedback").ShouldContain(why);
            own.Page.QuerySelector("#description")!.TextContent.ShouldBe(What);
        }
        (await site.ScalarAsync<long>("select count(*) from vault.attachment")).ShouldBe(kept);
    }

    [Fact]
    public async Task A_complainant_adds_files_to_what_they_write_later()
    {
        await site.OpenAsync("1872");
        var own = await SendAsync(What);
        own.Text("main").ShouldNotContain("1 lampiran");
        await SendAsync(own, own.Address, [("_do", "reply"), ("message", "Ini fotonya.")], ("foto.png", Photo));
        own.Text(".complaint-entries").ShouldContain("1 lampiran");
        (await site.ScalarAsync<long>("select count(*) from pst.mt_events where type = 'complainant_replied' and data ? 'Files'"))
            .ShouldBe(1);
    }

    async Task<Browser> SendAsync(string what, params (string Name, byte[] Content)[] files)
    {
        var own = await site.NewBrowser().OpenAsync("/pengaduan/1872");
        var complaint = own.Page.QuerySelector("input[name=_complaint]")!.GetAttribute("value")!;
        return await SendAsync(own, "/pengaduan/1872", [("_complaint", complaint), ("description", what), ("anonymous", "true")], files);
    }

    static Task<Browser> SendAsync(
        Browser own, string at, (string Field, string Value)[] said, params (string Name, byte[] Content)[] files)
    {
        string Hidden(string field) => own.Page.QuerySelector($"main form[enctype] input[name={field}]")!.GetAttribute("value")!;
        var sent = new MultipartFormDataContent();
        foreach (var (field, value) in said.Append(("_form", Hidden("_form"))).Append(("_id", Hidden("_id"))))
            sent.Add(new StringContent(value), field);
        foreach (var (name, content) in files) sent.Add(new ByteArrayContent(content), "files", name);
        return own.SendAsync(new(HttpMethod.Post, at) { Content = sent });
    }
}
