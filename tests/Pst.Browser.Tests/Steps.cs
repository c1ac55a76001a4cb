using Microsoft.Playwright;
using Pst.Pages.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Pst.Browser.Tests;

/// <summary>What people do before a screen, with fingers and keys.</summary>
internal static class Steps
{
    static readonly string[][] Answers =
        [["Penelitian"], ["Perempuan", "26–34 tahun"], ["D4/S1", "Peneliti/dosen"], ["Pemerintah daerah"], ["Tidak"]];

    // A kiosk without a line holds all its steps in one page.
    static readonly LocatorFilterOptions Shown = new() { Visible = true };

    public static async Task SignInAsync(this IPage page, string name, string password = Site.Password)
    {
        await page.GotoAsync("/masuk");
        await page.Locator("[name=UserName]").FillAsync(name);
        await page.Locator("[name=Password]").FillAsync(password);
        await page.Locator("[name=Password]").PressAsync("Enter");
        await page.WaitForURLAsync(it => !it.Contains("/masuk", StringComparison.Ordinal));
    }

    /// <summary>Arrives for the library and signs the guestbook, one group of questions after another; the number on the ticket.</summary>
    public static Task<string> TakeNumberAsync(this IPage kiosk, string name, string email) =>
        kiosk.TakeNumberAsync(name, email, kiosk.NextAsync);

    /// <summary>The same, with a look at each group of questions before it is answered, and at the ticket.</summary>
    public static async Task TakeNumberAsync(this IPage kiosk, string name, string email, Func<IPage, Task> look)
    {
        await kiosk.TakeNumberAsync(name, email, async () =>
        {
            await look(kiosk);
            await kiosk.NextAsync();
        });
        await look(kiosk);
    }

    /// <summary>The same without script: all groups stand on one page.</summary>
    public static Task<string> TakeNumberOnOnePageAsync(this IPage kiosk, string name, string email) =>
        kiosk.TakeNumberAsync(name, email, () => Task.CompletedTask);

    /// <summary>Arrives with others, or is to be let in first.</summary>
    public static async Task<string> TakeNumberAsync(this IPage kiosk, string name, string email, int people, string priority)
    {
        await kiosk.GotoAsync("/kios");
        await kiosk.GetByText("Datang berombongan, atau perlu didahulukan?").ClickAsync();
        await kiosk.GetByLabel("Berapa orang?").FillAsync($"{people}");
        await kiosk.GetByLabel(priority, new() { Exact = true }).CheckAsync();
        return await kiosk.SignAsync(name, email, kiosk.NextAsync);
    }

    /// <summary>Signs the guestbook of an online visit, which begins.</summary>
    public static async Task SignOnlineAsync(this IPage home)
    {
        foreach (var answer in Answers.SelectMany(it => it)) await home.GetByLabel(answer, new() { Exact = true }).CheckAsync();
        await home.GetByRole(AriaRole.Button, new() { Name = "Mulai kunjungan daring" }).ClickAsync();
        await home.Locator(".library-bar").WaitForAsync();
    }

    /// <summary>Presses the button on the visitor's card that belongs to a command of the visit.</summary>
    public static Task ActAsync(this IPage desk, string command, string button) =>
        desk.Locator($"form#{command}").GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    /// <summary>Calls the only one who waits, takes card and bag, and lets them read on.</summary>
    public static async Task LeaveBagAsync(this IPage desk, string ticket)
    {
        await desk.GotoAsync("/meja");
        await desk.Keyboard.PressAsync(" ");
        await Expect(desk.Locator(".card-ticket")).ToContainTextAsync(ticket);
        await desk.ActAsync("hold_id", "SIM");
        await desk.ActAsync("assign_locker", "A03");
        await Expect(desk.Locator("#release_locker")).ToBeVisibleAsync();
        await desk.Keyboard.PressAsync("l");
        await Expect(desk.Locator("#end_service")).ToBeVisibleAsync();
        await desk.Keyboard.PressAsync("s");
        await Expect(desk.Locator(".queue-line")).ToContainTextAsync("membaca sejak");
    }

    /// <summary>Closes the day over one card and one bag.</summary>
    public static async Task CountAsync(this IPage page)
    {
        await page.GetByLabel("Kartu di laci").FillAsync("1");
        await page.GetByLabel("Tas di loker").FillAsync("1");
        await page.GetByLabel("Saya sudah menghitung sendiri").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Tutup hari ini" }).ClickAsync();
    }

    static async Task<string> TakeNumberAsync(this IPage kiosk, string name, string email, Func<Task> next)
    {
        await kiosk.GotoAsync("/kios");
        return await kiosk.SignAsync(name, email, next);
    }

    static async Task<string> SignAsync(this IPage kiosk, string name, string email, Func<Task> next)
    {
        await kiosk.GetByRole(AriaRole.Button, new() { Name = "Perpustakaan" }).ClickAsync();
        await kiosk.GetByLabel("Nama").Filter(Shown).FillAsync(name);
        await kiosk.GetByLabel("Email", new() { Exact = true }).FillAsync(email);
        foreach (var group in Answers)
        {
            await next();
            foreach (var answer in group) await kiosk.GetByLabel(answer, new() { Exact = true }).CheckAsync();
        }
        await next();
        await kiosk.GetByRole(AriaRole.Button, new() { Name = "Selesai, ambil nomor" }).ClickAsync();
        return (await kiosk.Locator(".ticket-number").TextContentAsync())!;
    }

    static Task NextAsync(this IPage kiosk) => kiosk.GetByRole(AriaRole.Button, new() { Name = "Lanjut" }).ClickAsync();
}
