using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Pst.Domain;
using Pst.Pages.Tests.Support;
using Pst.Web.Softcopies;
using Plain = Pst.Pages.Tests.Support.Browser;

namespace Pst.Browser.Tests.Manual;

/// <summary>Softcopies that were asked for in Metro: one is delivered, one prepared, one waits.</summary>
/// <param name="Book">What was asked for.</param>
/// <param name="Followed">The page of who waits.</param>
/// <param name="Prepared">The office's page of the one that is ready.</param>
/// <param name="Fetched">Where the delivered one is downloaded.</param>
/// <param name="Checked">Where its code leads.</param>
public sealed record LentSoftcopies(string Book, string Followed, string Prepared, string Fetched, string Checked)
{
    public static async Task<LentSoftcopies> OfAsync(Site site, IPage librarian)
    {
        var book = await site.ScalarAsync<string>(
            "select domain || '-' || pub_id from library.publication where title = 'Kota Metro Dalam Angka 2026'");
        await site.KeepPdfAsync(book);
        var delivered = await AskedAsync(site, book, "nia.lestari");
        await PrepareAsync(librarian, delivered);
        await librarian.GetByRole(AriaRole.Button, new() { Name = "Serahkan softcopy" }).ClickAsync();
        await librarian.GetByText("Tautan berlaku sampai").WaitForAsync();
        await PrepareAsync(librarian, await AskedAsync(site, book, "bagus.pratama"));
        var waiting = await AskedAsync(site, book, "rina.wati");

        var links = site.Services.GetRequiredService<SoftcopyLinks>();
        var (office, request) = links.ReadRequest(delivered.Address.Split('/')[^1])!.Value;
        return new(
            book, waiting.Address, new Uri(librarian.Url).AbsolutePath, links.DeliveryOf(office, request),
            $"/cek/{links.CodeOf(SoftcopyNumber.Parse(NumberOf(delivered), null), request)}");
    }

    static async Task<Plain> AskedAsync(Site site, string book, string who)
    {
        var visitor = await site.NewBrowser().OpenAsync($"/pustaka/{book}/minta/1872");
        return await visitor.PressAsync(
            "Kirim permintaan", ("name", who), ("email", $"{who}@contoh.example"), ("purpose", "4"), ("why", "Bab dua skripsi saya."));
    }

    static async Task PrepareAsync(IPage librarian, Plain visitor)
    {
        await librarian.GotoAsync("/softcopy");
        await librarian.GetByRole(AriaRole.Link, new() { Name = NumberOf(visitor) }).ClickAsync();
        await librarian.GetByRole(AriaRole.Button, new() { Name = "Siapkan berkas" }).ClickAsync();
        await librarian.Locator("#berkas").WaitForAsync();
    }

    static string NumberOf(Plain visitor) => visitor.Heading.Split(' ')[^1];
}
