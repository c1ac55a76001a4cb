using Microsoft.Playwright;
using Pst.Web.Demo;

namespace Pst.Browser.Tests.Manual;

/// <summary>Those of the library. An online visit begins on the way, which the desk would show: they come last.</summary>
internal static class LibraryPictures
{
    const string Clerk = "petugas-1872", Supervisor = "penyelia-1872", Visitor = SampleAccounts.Visitor;
    const int Telephone = 390;

    public static IEnumerable<Picture> Of(LentSoftcopies softcopies) =>
    [
        new("pustaka-cari", "", "/pustaka?q=kemiskinn+metro", Height: 760),
        new("akun-daftar", "", "/akun/daftar", Width: Telephone, Height: 1030),
        new("pustaka-rak", Clerk, $"/pustaka/{softcopies.Book}/rak", ShelveAsync, Height: 760),
        new("pustaka-kelola", "admin", "/pustaka/kelola", Height: 680),
        new("softcopy-daftar", Clerk, "/softcopy", Height: 560),
        new("softcopy-satu", Clerk, softcopies.Prepared, Height: 760),
        new("softcopy-telusur", Supervisor, "/softcopy/1872/telusur", Height: 520),
        new("softcopy-lacak", "", softcopies.Followed, Width: Telephone, Height: 440),
        new("softcopy-ambil", "", softcopies.Fetched, Width: Telephone, Height: 960),
        new("softcopy-cek", "", softcopies.Checked, Width: Telephone, Height: 560),
        new("pengaduan-baru", "", "/pengaduan/1872", Height: 900),
        new("akun-profil", Visitor, "/akun/profil", Width: Telephone, Height: 900),
        new("daring-buku-tamu", Visitor, "/pustaka/daring?kantor=1872", Width: Telephone, Height: 800),
        new("daring-publikasi", Visitor, "/pustaka/daring?kantor=1872", it => BeginAsync(it, softcopies.Book), Height: 640),
        new("softcopy-minta", Visitor, $"/pustaka/{softcopies.Book}/minta/1872", Height: 900),
    ];

    static async Task ShelveAsync(IPage shelf)
    {
        await shelf.Locator("#mark").FillAsync("B-3");
        await shelf.Locator("#copies").FillAsync("2");
        await shelf.Locator("#copies").PressAsync("Enter");
        await shelf.Locator(".shelf-label").First.WaitForAsync();
    }

    static async Task BeginAsync(IPage home, string book)
    {
        await home.SignOnlineAsync();
        await home.GotoAsync($"/pustaka/{book}");
    }
}
