using System.Net;
using Pst.Pages.Tests.Support;
using Pst.Web.Access;
using Pst.Web.Library;

namespace Pst.Pages.Tests.Library;

/// <summary>The catalogue from its import to the shelf, with what visitors look for in it.</summary>
public sealed class LibraryTests(Site site) : IClassFixture<Site>
{
    const string Figures = "1872-e30ae33160c5dc5cdcf1b75d";

    [Fact]
    public async Task An_administrator_imports_and_everybody_finds()
    {
        var admin = await ImportedAsync("impor");
        admin.Text("#imports").ShouldContain("60");
        await admin.ImportAsync();
        admin.Text("#imports section").ShouldContain("Tetap68");

        var nobody = await site.NewBrowser().OpenAsync("/pustaka?q=metro+dalam+angka+2025");
        nobody.Text(".library-list li .book-title").ShouldBe("Kota Metro Dalam Angka 2025");
        nobody.Page.QuerySelectorAll(".library-list li:first-child mark").Length.ShouldBeGreaterThan(1);
        await nobody.OpenAsync("/pustaka?q=kemiskinn");
        nobody.Text(".library-note").ShouldContain("kemiskinan");
        await nobody.OpenAsync(ChoiceOf(nobody, "2025"));
        nobody.Page.QuerySelector(".library-choices [aria-current]")!.TextContent.ShouldContain("2025");
    }

    [Fact]
    public async Task A_publication_shows_words_and_nothing_that_a_browser_would_run()
    {
        await ImportedAsync("isi");
        var page = await site.NewBrowser().OpenAsync("/pustaka/1872-171d193b64123b39da7ce75f");
        page.Heading.ShouldBe("Indeks Pembangunan Manusia Kota Metro 2024");
        page.Text("article").ShouldNotContain("alert");
        page.Page.QuerySelectorAll("article script, article img").ShouldBeEmpty();
        (await page.OpenAsync("/pustaka/1872-tidakada")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Copies_stand_on_the_own_offices_shelf_with_a_label_that_the_desk_can_scan()
    {
        await ImportedAsync("rak");
        await site.OpenAsync("1872");
        var clerk = await site.SignedInAsync("pustakawan", Role.Staff, "1872");
        await clerk.OpenAsync($"/pustaka/{Figures}/rak");
        await clerk.PressAsync("Simpan", ("mark", "A-3"), ("copies", "2"));

        clerk.Page.QuerySelectorAll(".shelf-label").Length.ShouldBe(2);
        clerk.Page.QuerySelector(".shelf-label svg")!.GetAttribute("aria-label").ShouldBe(Figures);
        (await clerk.OpenAsync($"/pustaka/{Figures}")).Text("article").ShouldContain("Rak A-3: 2 eksemplar di BPS Kota Metro");
        (await clerk.OpenAsync($"/pustaka?bentuk=printed&q={Figures[5..]}")).Text(".library-list").ShouldContain("Rak A-3");
        await clerk.OpenAsync($"/pustaka/{Figures}/rak");
        (await clerk.PressAsync("Simpan", ("mark", ""), ("copies", "2"))).Text("[role=alert]").ShouldContain("tanda rak");
        await clerk.OpenAsync($"/pustaka/{Figures}/rak");
        await clerk.PressAsync("Simpan", ("copies", "0"));
        (await clerk.OpenAsync($"/pustaka/{Figures}")).Text("article").ShouldNotContain("A-3");
    }

    [Fact]
    public async Task What_was_looked_for_in_vain_is_counted_for_the_librarian_and_tells_nobody()
    {
        await ImportedAsync("sia-sia");
        var nobody = site.NewBrowser();
        foreach (var text in (string[])["Peta Gempa", "peta  gempa", "sari@example.org", "3275012304990001 nik", "0812-3456-7890"])
            await nobody.OpenAsync($"/pustaka?q={Uri.EscapeDataString(text)}");
        await site.OpenAsync("1872");
        var clerk = await site.SignedInAsync("pencatat", Role.Staff, "1872");
        await clerk.OpenAsync("/pustaka/dicari");
        clerk.Text("tbody").ShouldContain("peta gempa2");
        clerk.Text("tbody").ShouldNotContain("example");
        clerk.Text("tbody").ShouldNotContain("3275");
        clerk.Text("tbody").ShouldNotContain("0812");
    }

    [Fact]
    public async Task The_desks_field_is_offered_publications_for_what_is_typed()
    {
        await ImportedAsync("saran");
        var offered = await site.NewBrowser().OpenAsync("/pustaka/saran?publicationId=metro+dalam+angka+2025");
        offered.Page.QuerySelector("option")!.GetAttribute("value").ShouldBe(Figures);
        (await offered.OpenAsync("/pustaka/saran?publicationId=ab")).Page.QuerySelectorAll("option").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Kemiskinan penduduk miskin", "miskin", "Kemiskinan|miskin")]
    [InlineData("Dalam Angka 2025", "2025 angka", "Angka|2025")]
    [InlineData("Café & padi-padian", "cafe padi", "Café|padi|padian")]
    public void What_was_looked_for_is_marked(string text, string words, string marked)
    {
        var pieces = Highlights.Of(text, words.Split(' '));
        string.Concat(pieces.Select(it => it.Text)).ShouldBe(text);
        string.Join('|', pieces.Where(it => it.IsFound).Select(it => it.Text)).ShouldBe(marked);
    }

    static string ChoiceOf(Browser browser, string name) =>
        browser.Page.QuerySelectorAll(".library-choices a").First(it => it.TextContent.Contains(name)).GetAttribute("href")!;

    async Task<Browser> ImportedAsync(string name) =>
        await (await site.SignedInAsync($"admin-{name}", Role.Admin, null)).ImportAsync();
}
