using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Pst.Pages.Tests.Support;
using Pst.Testing;
using Pst.Web.Access;
using static Microsoft.Playwright.Assertions;

namespace Pst.Browser.Tests;

public sealed partial class LibraryTests
{
    [Fact]
    public async Task Metro_online_from_the_account_by_the_softcopy_and_its_marks_to_the_rating()
    {
        var home = await Chromium.OpenAsync(new(Width: 400));
        await RegisterAsync(home, "ratih@example.org");
        await BeginAsync(home, "BPS Kota Metro");
        await FindAsync(home, "metro dlam angka 2025");
        var number = await AskAsync(home);
        await DeliverAsync(number);
        var pdf = await FetchAsync(home);

        var text = await pdf.TextAsync();
        text.ShouldContain($"Softcopy {number} · BPS Kota Metro · 2 Maret 2026");
        (text.Contains("Halaman 2"), text.Contains("Halaman 4")).ShouldBe((true, false));
        var code = Regex.Match(text, $"{number}-[0-9A-Z]{{10}}").Value;
        foreach (var page in (int[])[1, 2]) (await QrReader.ReadAsync(pdf.Path, page)).ShouldEndWith($"/cek/{code}");
        await CheckAsync(await QrReader.ReadAsync(pdf.Path, 1), number);

        await RateAsync(home);
        (await library.StoryAsync("ratih@example.org"))
            .ShouldBe("arrived guestbook_signed served catalogue_searched softcopy_requested departed rated");
        Chromium.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_that_was_found_leads_the_supervisor_to_its_request_and_who_looks_is_written_down()
    {
        var (number, file) = await GivenAsync("budi@example.org");
        var supervisor = await Chromium.SignedInAsync("wulan", Role.Supervisor, "1872");
        await ChooseAsync(supervisor, "Pustaka", "Softcopy");
        await FollowAsync(supervisor, "Telusuri softcopy");
        await supervisor.Locator("#file").SetInputFilesAsync(
            new FilePayload { Name = "dari-internet.pdf", MimeType = "application/pdf", Buffer = file });
        await PressAsync(supervisor, "Telusuri");
        await Expect(supervisor.Locator("h1")).ToContainTextAsync(number);
        await Expect(supervisor.Locator("main")).Not.ToContainTextAsync("budi@example.org");
        await PressAsync(supervisor, "Buka data pemohon");
        await Expect(supervisor.Locator("[aria-labelledby=pemohon]")).ToContainTextAsync("budi@example.org");

        await ChooseAsync(supervisor, "Pemeriksaan", "Pembacaan data");
        var looked = supervisor.Locator("main tbody tr", new() { HasText = "alamat atau nomor untuk dihubungi" });
        await Expect(looked).ToContainTextAsync("wulan");
        Chromium.Complaints.ShouldBeEmpty();
    }

    /// <summary>With a password, which is then used once.</summary>
    async Task RegisterAsync(IPage home, string email)
    {
        await home.GotoAsync("/akun/daftar");
        await home.Locator("#name").FillAsync("Ratih Puspita");
        await home.Locator("#email").FillAsync(email);
        await home.Locator("#whatsapp").FillAsync("0812 3456 7890");
        await home.Locator("#password").FillAsync(Site.Password);
        await PressAsync(home, "Daftar");
        await Expect(home.GetByRole(AriaRole.Status)).ToContainTextAsync("Kami mengirim email");
        await home.GotoAsync(await MailedAsync("/akun/konfirmasi/"));
        await PressAsync(home, "Aktifkan akun dan masuk");
        await home.Locator("header summary", new() { HasText = "Akun saya" }).ClickAsync();
        await PressAsync(home, "Keluar");
        await Expect(home.Locator("header summary")).ToBeHiddenAsync();
        await home.SignInAsync(email);
    }

    static async Task<string> AskAsync(IPage home)
    {
        await FollowAsync(home, "Minta softcopy · BPS Kota Metro");
        await Expect(home.GetByLabel("Email")).ToHaveValueAsync("ratih@example.org"); // the account's
        await home.GetByLabel("Keperluan").SelectOptionAsync("4");
        await home.GetByLabel("Dari halaman").FillAsync("2");
        await home.GetByLabel("Sampai halaman").FillAsync("3");
        await PressAsync(home, "Kirim permintaan");
        await Expect(home.GetByText("Menunggu disiapkan")).ToBeVisibleAsync();
        return (await home.Locator("h1").InnerTextAsync()).Split(' ')[^1];
    }

    /// <summary>The librarian, who is not told who asks.</summary>
    async Task DeliverAsync(string number)
    {
        var librarian = await Chromium.SignedInAsync("lina", Role.Staff, "1872");
        await ChooseAsync(librarian, "Pustaka", "Softcopy");
        var line = librarian.Locator("tr", new() { HasText = number });
        await Expect(line).ToContainTextAsync("4 Maret 2026"); // two working days
        await line.GetByRole(AriaRole.Link).ClickAsync();
        await PressAsync(librarian, "Siapkan berkas");
        await Expect(librarian.Locator("[aria-labelledby=berkas]")).ToContainTextAsync("2 halaman");
        await Expect(librarian.Locator("main")).Not.ToContainTextAsync("Ratih");
        await PressAsync(librarian, "Serahkan softcopy");
        await Expect(librarian.Locator("h1")).ToContainTextAsync("Sudah diserahkan");
    }

    async Task<PdfFile> FetchAsync(IPage home)
    {
        await home.GotoAsync(await MailedAsync("/ambil/"));
        var download = await home.RunAndWaitForDownloadAsync(() => PressAsync(home, "Unduh PDF"));
        return new(await download.PathAsync());
    }

    /// <summary>Somebody who found the file points a telephone at its code.</summary>
    async Task CheckAsync(string scanned, string number)
    {
        var anybody = await Chromium.OpenAsync(new(Width: 360));
        await anybody.GotoAsync(new Uri(scanned).AbsolutePath);
        await Expect(anybody.GetByRole(AriaRole.Status)).ToContainTextAsync("dikeluarkan BPS Kota Metro");
        await Expect(anybody.Locator("main")).ToContainTextAsync(number);
        await Expect(anybody.Locator("main")).Not.ToContainTextAsync("Ratih");
    }

    /// <summary>A softcopy in somebody's hands, come there without script: its own way is told above.</summary>
    async Task<(string Number, byte[] File)> GivenAsync(string email)
    {
        var site = Chromium.Site;
        var visitor = await site.NewBrowser().OpenAsync($"/pustaka/{OpenLibrary.Book}/minta/1872");
        await visitor.PressAsync("Kirim permintaan", ("name", "Budi Santoso"), ("email", email), ("purpose", "4"));
        var number = visitor.Heading.Split(' ')[^1];
        var librarian = await (await site.SignedInAsync("lusi", Role.Staff, "1872")).OpenAsync("/softcopy");
        await librarian.PressLinkAsync(number);
        await librarian.PressAsync("Siapkan berkas");
        await librarian.PressAsync("Serahkan softcopy");
        await visitor.OpenAsync(await MailedAsync("/ambil/"));
        await visitor.PressAsync("Unduh PDF");
        return (number, await visitor.Answer.Content.ReadAsByteArrayAsync());
    }
}
