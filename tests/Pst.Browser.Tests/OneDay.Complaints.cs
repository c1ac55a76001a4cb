using Pst.Pages.Tests.Support;
using Plain = Pst.Pages.Tests.Support.Browser;

namespace Pst.Browser.Tests;

internal static partial class OneDay
{
    /// <summary>One complaint that is new and one that is resolved, as the office and as their complainants see them.</summary>
    static async Task<IEnumerable<Stop>> OfComplaintsAsync(Site site, Plain clerk)
    {
        var (fresh, freshAt) = await ComplainedAsync(site, clerk, "Antrean tidak jelas.");
        var (done, doneAt) = await ComplainedAsync(site, clerk, "Kursi ruang baca rusak.");
        await clerk.PressAsync("Verifikasi pengaduan", ("class", "SARANA"));
        await clerk.PressAsync("Kirim jawaban", ("message", "Kursi baru dipesan."));
        await clerk.PressAsync("Nyatakan selesai", ("outcome", "Kursi diganti."));
        return
        [
            new(Nobody, "/pengaduan/5272"), new(Nobody, "/pengaduan/5272/lacak"), new(Nobody, fresh), new(Nobody, done),
            new(Clerk, "/aduan"), new(Clerk, "/aduan/5272/baru"), new(Clerk, freshAt), new(Clerk, doneAt), new(Auditor, "/aduan"),
            new(Auditor, "/aduan/5272"), new(Clerk, "/ringkasan/5272/pengaduan?angka=received"),
            new(Clerk, "/ringkasan/5272/pengaduan?angka=closed"),
        ];
    }

    // Where the complainant reads it, and where the office does, which is open in the clerk's browser then.
    static async Task<(string Own, string Office)> ComplainedAsync(Site site, Plain clerk, string what)
    {
        var visitor = await site.NewBrowser().OpenAsync("/pengaduan/5272");
        await visitor.PressAsync(
            "Kirim pengaduan", ("description", what), ("name", "Dewi"), ("email", "dewi@example.org"));
        await clerk.OpenAsync("/aduan");
        await clerk.PressLinkAsync(visitor.Heading.Split(' ')[^1]);
        return (visitor.Address, clerk.Address);
    }
}
