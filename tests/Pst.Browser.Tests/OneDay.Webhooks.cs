using Microsoft.Extensions.DependencyInjection;
using Pst.Pages.Tests.Support;
using Pst.Web.Webhooks;

namespace Pst.Browser.Tests;

internal static partial class OneDay
{
    /// <summary>Where a system of Bima's office hears what happens; Metro has none.</summary>
    static async Task<IEnumerable<Stop>> OfWebhooksAsync(Site site)
    {
        var (id, _) = await site.Services.GetRequiredService<Subscriptions>()
            .AddAsync(new("5272"), "https://sistem.contoh.example/kabar", isLan: false, CancellationToken.None);
        return [new(Admin, "/webhook"), new(Admin, "/webhook/1872"), new(Clerk, "/webhook"), new(Clerk, $"/webhook/5272/{id}")];
    }
}
