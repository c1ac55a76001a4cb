using Microsoft.Playwright;
using Pst.Pages.Tests.Support;

namespace Pst.Browser.Tests.Manual;

/// <summary>One picture of the manual.</summary>
/// <param name="Name">Of its file in docs/manual/img, without ending.</param>
/// <param name="Account">Whose screen it shows, of the demo's people; empty for nobody's.</param>
/// <param name="Act">What is done on the page first.</param>
internal sealed record Picture(
    string Name, string Account, string Address, Func<IPage, Task>? Act = null, int Width = 1280, int Height = 800);

/// <summary>All of them, those that change what the next would show last.</summary>
internal static class Pictures
{
    const int Tablet = 1024;
    const string Clerk = "petugas-1872", Supervisor = "penyelia-1872", ClerkOfBima = "petugas-5272", SupervisorOfBima = "penyelia-5272";

    const string InFebruary = "periode=bulan&tanggal=2026-02-01", February = $"/ringkasan?{InFebruary}";

    static readonly string Called = $"{LivingOffice.Visitor("1872", 3)}";
    static readonly string Waiting = $"{LivingOffice.Visitor("1872", 6)}";
    static readonly string Reading = $"{LivingOffice.Visitor("1872", 1)}";
    static readonly string Copying = $"{LivingOffice.Visitor("5272", 1)}";

    public static IReadOnlyList<Picture> Of(LivingOffice office) =>
        [.. AppointmentPictures.Of(office.Chromium.Site), .. OfTheOffice(office.Chromium.Site), .. LibraryPictures.Of(office.Softcopies)];

    static IEnumerable<Picture> OfTheOffice(Site site) =>
    [
        new("masuk", "", "/masuk", Height: 440),
        new("tidak-ada", "", "/tidak-ada", Height: 360),
        new("standar", "", "/standar/5272", Height: 900),
        new("daftar-perangkat", "", "/perangkat/daftar", Height: 480),
        new("beranda", Clerk, "/", Height: 520),
        new("kata-sandi", Clerk, "/kata-sandi", Height: 520),
        new("pintu", Clerk, "/pintu", Width: Tablet, Height: 768),
        new("layar", Clerk, "/layar", Live, Height: 720),
        new("meja", Clerk, $"/meja/{Called}", Live),
        new("penitipan", Clerk, "/penitipan"),
        new("meja-dilayani", ClerkOfBima, $"/meja/{Copying}", Live, Height: 960),
        new("meja-ditolak", ClerkOfBima, $"/meja/{Copying}", CopyTooMuch, Height: 960),
        new("meja-pengecualian", SupervisorOfBima, $"/meja/{Copying}", CopyTooMuch, Height: 960),
        new("data-pengunjung", Supervisor, $"/meja/{Reading}/data", OpenDetailsAsync, Height: 640),
        new("data-saya", "", "/data-saya", it => AskOwnAsync(it, site), Height: 1100),
        new("permintaan-data", Supervisor, "/permintaan-data", Height: 480),
        new("permintaan-data-satu", Supervisor, "/permintaan-data", it => it.Locator("main tbody a").First.ClickAsync(), Height: 900),
        new("penilaian", Supervisor, "/penilaian"),
        new("penitipan-penyelia", Supervisor, "/penitipan", Height: 1230),
        new("tutup-hari", Supervisor, "/penitipan/tutup-hari", Height: 1230),
        new("di-dalam", Supervisor, "/penitipan/di-dalam"),
        new("berita-acara", Supervisor, "/penitipan/berita-acara/2026-02-27"),
        new("rekaman", Supervisor, $"/meja/{Reading}/rekaman", Height: 560),
        new("piket", Supervisor, "/piket"),
        new("ringkasan", Supervisor, "/piket/ringkasan", Height: 640),
        new("perangkat", Supervisor, "/perangkat", it => OfferAsync(it, "Kios pintu depan"), Height: 560),
        new("tindak-lanjut", Supervisor, "/tindak-lanjut", Height: 720),
        new("tindak-lanjut-satu", Supervisor, $"/tindak-lanjut/1872/{LivingOffice.Action("1872", "kipas")}", Height: 900),
        new("tindak-lanjut-umum", Supervisor, $"/tindak-lanjut/1872/{LivingOffice.Action("1872", "alur")}", Height: 900),
        new("pengaduan-daftar", Supervisor, "/aduan", Height: 640),
        new("pengaduan-satu", Supervisor, $"/aduan/1872/{LivingOffice.Complaint("1872", "antre")}", Height: 900),
        new("pengaduan-lacak", "", site.ComplaintOf("1872", LivingOffice.Complaint("1872", "kursi")), Height: 760),
        new("kompensasi", Supervisor, $"/meja/{LivingOffice.Visitor("1872", 4)}", Live, Height: 960),
        new("ringkasan-kantor", "pimpinan-1872", February, Drawn, Height: 1210),
        new("ringkasan-tanda", "pimpinan-1872", February, it => ShowAsync(it, "#ketepatan"), Height: 1180),
        new("ringkasan-pengunjung", "pimpinan-5272", February, it => ShowAsync(it, "#unsur"), Height: 1180),
        new("ringkasan-gelap", "pimpinan-1872", February, ByNightAsync, Height: 1210),
        new("ringkasan-kertas", "pimpinan-1872", February, OnPaperAsync, Width: 794, Height: 1122),
        new("ringkasan-kunjungan", "pimpinan-1872", $"/ringkasan/1872/kunjungan?{InFebruary}&angka=missed", ByDayAsync),
        new("nasional", "pimpinan", "/nasional", Drawn, Height: 1180),
        new("riwayat", "pimpinan-1872", "/riwayat"),
        new("ikm", "pimpinan-1872", "/ikm?periode=bulan&tanggal=2026-02-01", Height: 1200),
        new("laporan-daftar", "pimpinan-1872", "/laporan", Height: 560),
        new("laporan", "pimpinan-1872", "/laporan/1872/2026-02", Height: 1200),
        new("riwayat-langkah", "auditor-1872", $"/riwayat/1872/{Reading}?versi=4", UnfoldAsync, Height: 1180),
        new("riwayat-data", "auditor-1872", $"/riwayat/1872/{Reading}/data", Height: 480),
        new("bukti", "auditor-1872", $"/riwayat/1872/{Reading}", Height: 480),
        new("riwayat-kunjungan", Supervisor, $"/riwayat/1872/{Reading}", CorrectAsync),
        new("riwayat-cari", "auditor-1872", "/riwayat/1872?tanda=correction&tanda=undone&tanda=override", Height: 720),
        new("mesin-waktu", "auditor-1872", "/waktu/1872?tanggal=2026-03-02&jam=10:15:00", Height: 1040),
        new("kantor", "admin", "/kantor/1872", Height: 680),
        new("kantor-jam", "admin", "/kantor/1872/jam", Height: 900),
        new("kantor-libur", "admin", "/kantor/1872/libur", Height: 720),
        new("kantor-ruang", "admin", "/kantor/1872/ruang", Height: 900),
        new("kantor-janji", "admin", "/kantor/1872/janji", Height: 900),
        new("kantor-standar", "admin", "/kantor/1872/standar", Height: 900),
        new("akun", "admin", "/akun", Height: 720),
        new("langkah-kedua", Clerk, "/akun/langkah-kedua", Height: 720),
        new("wewenang", "admin", "/orang/wewenang", Height: 900),
        new("orang", "admin", "/orang", Height: 900),
        new("orang-baru", "admin", "/orang/baru", Height: 900),
        new("operasi", "admin", "/operasi"),
        new("webhook-baru", "admin", "/webhook/1872", SubscribeAsync, Height: 1000),
        new("webhook", "admin", "/webhook/1872", Height: 520),
        new("undangan", "admin", "/orang/baru", InviteAsync, Height: 560),
        new("kios-daftar-nilai", Clerk, "/kios/nilai", Width: Tablet, Height: 640),
        new("kios", Clerk, "/kios", Width: Tablet, Height: 768),
        new("kios-nilai", Clerk, $"/kios/{Reading}/nilai", Width: Tablet, Height: 640),
        new("kios-buku-tamu", Clerk, "/kios", ArriveAsync, Tablet, 768),
        new("kios-rinci", Clerk, $"/kios/{Reading}/nilai?rinci=true", Width: Tablet, Height: 768),
        new("kios-nomor", Clerk, "/kios", it => it.TakeNumberAsync("Siti Aminah", "siti.aminah@example.org"), Tablet, 768),
        new("ikuti", "", site.LinkOf("1872", Waiting), Live, Width: 390, Height: 640),
        new("nilai-hp", "", $"{site.LinkOf("1872", Reading)}/nilai", Width: 390, Height: 640),
    ];

    static Task Live(IPage page) =>
        page.Locator("[data-state=live], .band[hidden]").WaitForAsync(new() { State = WaitForSelectorState.Attached });

    static Task Drawn(IPage figures) => figures.Locator("figure svg").First.WaitForAsync();

    static async Task ShowAsync(IPage figures, string id)
    {
        await Drawn(figures);
        await figures.Locator(id).EvaluateAsync("it => it.scrollIntoView()");
    }

    static async Task ByNightAsync(IPage figures)
    {
        await figures.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await Drawn(figures);
    }

    static async Task OnPaperAsync(IPage figures)
    {
        await figures.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light, Media = Media.Print });
        await Drawn(figures);
    }

    static Task ByDayAsync(IPage page) => page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light, Media = Media.Screen });

    static async Task CopyTooMuch(IPage desk)
    {
        await desk.Locator("#sheets").FillAsync("11");
        await desk.Locator("#sheets").PressAsync("Enter");
        await desk.Locator("#make_copies [role=alert]").WaitForAsync();
    }

    static async Task OfferAsync(IPage devices, string name)
    {
        await devices.Locator("[name=Name]").FillAsync(name);
        await devices.Locator("[name=Name]").PressAsync("Enter");
        await devices.Locator("p.enrolment-code").WaitForAsync();
    }

    // The link as the invited person opens it.
    static async Task InviteAsync(IPage people)
    {
        await people.Locator("[name=Name]").FillAsync("Dewi Lestari");
        await people.Locator("[name=UserName]").FillAsync("dewi");
        await people.Locator("[name=Role][value=Staff]").CheckAsync();
        await people.Locator("[name=Office]").FillAsync("1872");
        await people.Locator("[name=Office]").PressAsync("Enter");
        await people.GotoAsync(new Uri((await people.Locator(".one-time").TextContentAsync())!.Trim()).AbsolutePath);
    }

    static async Task SubscribeAsync(IPage webhooks)
    {
        await webhooks.Locator("[name=Address]").FillAsync("https://sistem.contoh.example/kabar");
        await webhooks.Locator("[name=Address]").PressAsync("Enter");
        await webhooks.Locator(".one-time").WaitForAsync();
    }

    static Task UnfoldAsync(IPage story) => story.Locator("#langkah-4 summary").ClickAsync();

    static async Task CorrectAsync(IPage story)
    {
        var guestbook = story.Locator("ol.story > li").Nth(1);
        await guestbook.GetByText("Koreksi", new() { Exact = true }).ClickAsync();
        var form = guestbook.Locator("form");
        await form.Locator("select").SelectOptionAsync("purpose=4");
        await form.Locator("[name=reason]").FillAsync("Pengunjung salah memilih keperluan.");
        await form.GetByRole(AriaRole.Button).ClickAsync();
        await story.Locator("s").WaitForAsync();
    }

    static async Task OpenDetailsAsync(IPage details)
    {
        await details.Locator("main form button").ClickAsync();
        await details.Locator("dl").WaitForAsync();
    }

    static async Task ArriveAsync(IPage kiosk)
    {
        await kiosk.GetByRole(AriaRole.Button, new() { Name = "Perpustakaan" }).ClickAsync();
        await kiosk.GetByLabel("Nama").WaitForAsync();
    }

    static async Task AskOwnAsync(IPage page, Site site)
    {
        var visitor = await site.ScalarAsync<Guid>($"select visitor from vault.signing where visit = '{Waiting}'");
        await OneDay.OpenOwnAsync(page, site, new(new("1872"), new(visitor)));
        await page.Locator("main [name=kind]").Nth(1).CheckAsync();
        await page.Locator("#words").FillAsync("Alamat email saya berganti.");
        await page.Locator("main form[action*=Ask] button").ClickAsync();
        await page.Locator("[role=status]").WaitForAsync();
    }
}
