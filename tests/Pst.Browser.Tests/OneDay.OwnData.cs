using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Pst.Domain;
using Pst.Pages.Tests.Support;
using Pst.Web.OwnData;

namespace Pst.Browser.Tests;

internal static partial class OneDay
{
    /// <summary>Somebody who asks to be forgotten, and what they see of themselves before they are.</summary>
    static async Task<IEnumerable<Stop>> OfOwnDataAsync(Site site)
    {
        var pass = new OwnDataPass(
            new("5272"), new(await site.ScalarAsync<Guid>("select visitor from vault.signing where email = 'wayan@example.org'")));
        var asking = new OwnDataRequest(
            pass.Office, pass.Visitor, new OwnDataCommand.Ask(DataRequestKind.Erasure, null), pass.Caller, new(Guid.CreateVersion7(), []),
            null);
        await site.Services.GetRequiredService<OwnDataWriter>().SendAsync(asking, CancellationToken.None);
        var version = await site.ScalarAsync<long>("select version from pst.mt_events where type = 'data_requested'");
        var request = $"/permintaan-data/5272/{pass.Visitor}/{version}";
        return
        [
            new(Nobody, "/data-saya"), new(Nobody, "/data-saya", LinkAsked), new(Nobody, "/data-saya/5272abc"),
            new(Nobody, "/data-saya", it => OpenOwnAsync(it, site, pass)), new(Closed, "/data-saya?kantor=1872"),
            new(Clerk, "/permintaan-data"), new(Clerk, request),
            new(Clerk, request, it => it.Locator("main form button").First.ClickAsync()),
        ];
    }

    /// <summary>Opens the page as who has come by the link from the email.</summary>
    internal static async Task OpenOwnAsync(IPage page, Site site, OwnDataPass pass)
    {
        var sealedPass = site.Services.GetRequiredService<OwnDataPasses>().Sealed(pass);
        await page.Context.AddCookiesAsync([new() { Name = OwnDataPasses.Name, Value = sealedPass, Url = page.Url }]);
        await page.ReloadAsync();
        await page.Locator("main dl").WaitForAsync();
    }

    static async Task LinkAsked(IPage page)
    {
        await page.Locator("#email").FillAsync("tak.dikenal@example.org");
        await page.Locator("main form button").ClickAsync();
        await page.Locator("[role=status]").WaitForAsync();
    }
}
