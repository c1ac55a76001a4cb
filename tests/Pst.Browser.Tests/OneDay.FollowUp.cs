using Pst.Pages.Tests.Support;
using Plain = Pst.Pages.Tests.Support.Browser;

namespace Pst.Browser.Tests;

internal static partial class OneDay
{
    /// <summary>One action underway and one that the public reads.</summary>
    static async Task<IEnumerable<Stop>> OfFollowUpAsync(Plain clerk)
    {
        var underway = await OpenedAsync(clerk, "Menambah kipas angin di ruang baca.");
        await clerk.PressAsync("Simpan kemajuan", ("note", "Sudah diusulkan."), ("evidence", "https://contoh.example/nota/21"));
        var over = await OpenedAsync(clerk, "Memasang papan alur.");
        await clerk.PressAsync("Selesaikan tindak lanjut", ("outcome", "Terpasang."), ("evidence", "Foto"), ("sure", "true"));
        await clerk.PressAsync("Umumkan", ("said", "Alurnya kurang jelas."), ("done", "Papan alur kini ada di pintu."));
        return
        [
            new(Clerk, "/tindak-lanjut"), new(Clerk, "/tindak-lanjut/5272/baru"), new(Clerk, underway), new(Clerk, over),
            new(Clerk, underway, it => it.Locator("details.card > summary").First.ClickAsync()),
            new(Clerk, "/tindak-lanjut/5272/baru?sebab=low_element&unsur=SARANA&dari=2026-02-01&sampai=2026-02-28"),
            new(Auditor, "/tindak-lanjut"), new(Auditor, "/tindak-lanjut/1872"), new(Auditor, underway),
            new(Clerk, "/bukti-dukung"), new(Auditor, "/bukti-dukung"),
        ];
    }

    static async Task<string> OpenedAsync(Plain clerk, string plan)
    {
        await clerk.OpenAsync("/tindak-lanjut/5272/baru?sebab=low_element&unsur=SARANA&dari=2026-02-01&sampai=2026-02-28");
        return (await clerk.PressAsync("Buka tindak lanjut", ("plan", plan), ("deadline", "2026-03-31"))).Address;
    }
}
