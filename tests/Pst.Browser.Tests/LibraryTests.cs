using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Pst.Pages.Tests.Support;
using Pst.Testing;
using Pst.Web.Access;
using static Microsoft.Playwright.Assertions;

namespace Pst.Browser.Tests;

/// <summary>The library as its visitors, its librarian and its supervisor have it, each before their own screen.</summary>
public sealed partial class LibraryTests(OpenLibrary library) : IClassFixture<OpenLibrary>
{
    Chromium Chromium => library.Chromium;

    [Fact]
    public async Task Bima_online_one_signs_in_searches_and_downloads_by_oneself()
    {
        await Chromium.Site.MakeVisitorAsync("nur@example.org", "Nur Hidayah", "081234567890");
        var home = await Chromium.OpenAsync(new(Width: 400));
        await home.SignInAsync("nur@example.org");
        await BeginAsync(home, "BPS Kota Bima");
        await FindAsync(home, "metro dalam angka 2025");
        var download = await home.RunAndWaitForDownloadAsync(() => PressAsync(home, "Unduh softcopy"));
        download.SuggestedFilename.ShouldBe($"{OpenLibrary.Book}.pdf");
        (await new PdfFile(await download.PathAsync()).TextAsync()).ShouldContain("Halaman 4");
        await RateAsync(home);

        (await library.StoryAsync("nur@example.org"))
            .ShouldBe("arrived guestbook_signed served catalogue_searched softcopy_downloaded departed rated");
        var visit = await Chromium.Site.ScalarAsync<Guid>("select visit from vault.signing where email = 'nur@example.org'");
        var auditor = await Chromium.SignedInAsync("auditor-bima", Role.Auditor, "5272");
        await auditor.GotoAsync($"/riwayat/5272/{visit}");
        await Expect(auditor.Locator(".story")).ToContainTextAsync($"Mengunduh softcopy {OpenLibrary.Book}");
        await Expect(auditor.GetByText("Janji waktu: terpenuhi")).ToBeVisibleAsync();
        Chromium.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task At_a_computer_of_the_PST_the_ticket_tells_whose_visit_it_is_and_the_desk_sees_what_was_used()
    {
        var (kiosk, desk) = (await Chromium.KioskAsync("5272"), await Chromium.SignedInAsync("dewi", Role.Staff, "5272"));
        var ticket = await kiosk.TakeNumberAsync("Made Wirawan", "made@example.org");
        var scanned = await QrReader.ReadAsync(await kiosk.Locator(".ticket-follow .qr").ScreenshotAsync());
        await desk.GotoAsync("/meja");
        (await OfficeAtWork.CallAsync(desk)).ShouldBe(ticket);
        await desk.Keyboard.PressAsync("l");
        await Expect(desk.Locator("#end_service")).ToBeVisibleAsync();

        var computer = await Chromium.OpenAsync();
        await computer.GotoAsync("/pustaka");
        await FollowAsync(computer, "Pakai tiket");
        await computer.Keyboard.TypeAsync(scanned); // a scanner is a keyboard that ends with Enter
        await computer.Keyboard.PressAsync("Enter");
        await Expect(computer.Locator(".library-bar")).ToContainTextAsync($"Kunjungan {ticket} di BPS Kota Bima.");
        await FindAsync(computer, "metro dalam angka 2025");
        await computer.RunAndWaitForDownloadAsync(() => PressAsync(computer, "Unduh softcopy"));
        await PressAsync(computer, "Selesai di komputer ini");
        await Expect(computer.Locator(".library-bar")).ToContainTextAsync("Pakai tiket"); // the next one's turn

        await FollowAsync(desk, "Riwayat kunjungan");
        await Expect(desk.Locator("h1")).ToContainTextAsync(ticket);
        await Expect(desk.Locator(".story")).ToContainTextAsync($"Mengunduh softcopy {OpenLibrary.Book}");
        (await library.StoryAsync("made@example.org"))
            .ShouldBe("arrived guestbook_signed called served catalogue_searched softcopy_downloaded");
        Chromium.Complaints.ShouldBeEmpty();
    }

    static async Task BeginAsync(IPage home, string office)
    {
        await FollowAsync(home, "Gunakan layanan daring");
        await FollowAsync(home, office);
        await home.SignOnlineAsync();
        await Expect(home.Locator(".library-bar")).ToContainTextAsync($"Kunjungan daring di {office}");
    }

    /// <summary>Types what is looked for, and opens the book once the answer to all of it is there.</summary>
    static async Task FindAsync(IPage reader, string typed)
    {
        await reader.Locator("#q").PressSequentiallyAsync(typed);
        await reader.WaitForURLAsync(it => it.Contains(typed.Split(' ')[^1], StringComparison.Ordinal)); // as one types
        await reader.Locator(".book-title").First.GetByRole(AriaRole.Link, new() { Name = OpenLibrary.Title }).ClickAsync();
        await Expect(reader.Locator("h1")).ToHaveTextAsync(OpenLibrary.Title);
    }

    static async Task RateAsync(IPage home)
    {
        await home.GotoAsync("/pustaka");
        await PressAsync(home, "Akhiri kunjungan");
        await PressAsync(home, "Sangat puas");
        await Expect(home.GetByRole(AriaRole.Heading, new() { Name = "Terima kasih atas penilaian Anda." })).ToBeVisibleAsync();
    }

    static Task PressAsync(IPage page, string button) =>
        page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    static Task FollowAsync(IPage page, string link) => page.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).ClickAsync();

    /// <summary>Opens a group of the menu and follows a link in it.</summary>
    static async Task ChooseAsync(IPage page, string group, string link)
    {
        await page.Locator("nav summary", new() { HasText = group }).ClickAsync();
        await page.Locator("nav").GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).ClickAsync();
    }

    /// <summary>What the newest mail leads to.</summary>
    async Task<string> MailedAsync(string path) =>
        Regex.Match(await Chromium.Site.MailAsync(), $"{path}[A-Za-z0-9_-]+") is { Success: true } found
            ? found.Value : throw new InvalidOperationException($"The newest mail has no {path}.");
}
