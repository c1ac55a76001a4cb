using Microsoft.Extensions.DependencyInjection;
using Pst.Pages.Tests.Support;
using Pst.Web.Softcopies;

namespace Pst.Browser.Tests;

internal static partial class OneDay
{
    /// <summary>A softcopy that somebody asked Metro for, as its visitor and its office see it, and what anybody may check.</summary>
    static async Task<IEnumerable<Stop>> OfSoftcopiesAsync(Site site)
    {
        var visitor = await site.NewBrowser().OpenAsync($"{Publication}/minta/1872");
        await visitor.PressAsync("Kirim permintaan", ("name", "Dewi"), ("email", "dewi@example.org"), ("purpose", "4"));
        var links = site.Services.GetRequiredService<SoftcopyLinks>();
        var (office, request) = links.ReadRequest(visitor.Address.Split('/')[^1])!.Value;
        return
        [
            new(Nobody, $"{Publication}/minta/1872"), new(Nobody, visitor.Address), new(Nobody, links.DeliveryOf(office, request)),
            new(Nobody, "/cek"), new(Nobody, "/cek/SC-1872-2026-0001-AAAAAAAAAA"), new(Closed, "/softcopy"),
            new(Closed, $"/softcopy/1872/{request}"), new(Clerk, "/softcopy"), new(Clerk, "/softcopy/5272/telusur"),
            new(Auditor, "/softcopy"), new(Auditor, "/softcopy/1872"),
        ];
    }
}
