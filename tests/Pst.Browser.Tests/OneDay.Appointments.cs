using Pst.Pages.Tests.Support;

namespace Pst.Browser.Tests;

internal static partial class OneDay
{
    /// <summary>An appointment that is awaited and one that is cancelled, as the office and as their visitors see them.</summary>
    static async Task<IEnumerable<Stop>> OfAppointmentsAsync(Site site)
    {
        var (awaited, cancelled) = (await site.NewBrowser().OpenAsync("/janji/5272"), await site.NewBrowser().OpenAsync("/janji/5272"));
        foreach (var visitor in new[] { awaited, cancelled })
        {
            var slot = visitor.Page.QuerySelector("input[name=slot]")!.GetAttribute("value")!;
            await visitor.PressAsync("Simpan janji temu", ("slot", slot), ("name", "Dewi Lestari"), ("email", "dewi@example.org"));
        }
        await cancelled.PressAsync("Ya, batalkan janji temu");
        return
        [
            new(Nobody, "/janji/5272"), new(Nobody, awaited.Address), new(Nobody, $"{awaited.Address}?hari=2026-03-04"),
            new(Nobody, cancelled.Address), new(Clerk, "/janji-temu"), new(Auditor, "/janji-temu"), new(Clerk, "/kios/janji"),
        ];
    }
}
