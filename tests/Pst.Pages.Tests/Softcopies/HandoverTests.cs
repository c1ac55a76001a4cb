using Pst.Pages.Tests.Support;
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
