using Microsoft.Playwright;
using Pst.Web.Pages;

namespace Pst.Browser.Tests;

/// <summary>Every page of an office in the middle of a day, each in the browser of somebody who may open it.</summary>
public sealed class EveryPage : IAsyncLifetime
{
    readonly Dictionary<string, Cookie[]> known = new() { [OneDay.Nobody] = [] };

    public Chromium Chromium { get; } = new();

    public IReadOnlyList<Stop> Stops { get; private set; } = [];

    public async Task InitializeAsync()
    {
        await Chromium.InitializeAsync();
        Stops = await OneDay.StopsAsync(Chromium.Site);
        foreach (var who in Stops.Select(it => it.Who).Where(it => it != OneDay.Nobody).Distinct()) known[who] = await CookiesAsync(who);
    }

    /// <summary>Opens all, each person's in one window, and looks at them one by one.</summary>
    public async Task LookAsync(Looks looks, Func<IPage, Stop, Task> look)
    {
        foreach (var stops in Stops.GroupBy(it => it.Who))
        {
            var page = await OpenAsync(stops.Key, looks);
            foreach (var stop in stops)
            {
                await page.GotoAsync(stop.Address);
                if (stop.Act is { } act) await act(page);
                await look(page, stop);
            }
            await page.Context.CloseAsync();
        }
    }

    /// <summary>A window with an empty cache, in which that person has signed in.</summary>
    public async Task<IPage> OpenAsync(string who, Looks looks)
    {
        var page = await Chromium.OpenAsync(looks);
        await page.Context.AddCookiesAsync(known[who]);
        return page;
    }

    public Task DisposeAsync() => Chromium.DisposeAsync();

    // Once each: who signs in too often is sent away.
    async Task<Cookie[]> CookiesAsync(string who)
    {
        var page = await Chromium.OpenAsync();
        await page.SignInAsync(who);
        var cookies = (await page.Context.CookiesAsync()).Where(it => it.Name != Languages.Cookie);
        await page.Context.CloseAsync();
        return [.. cookies.Select(it => new Cookie { Name = it.Name, Value = it.Value, Domain = it.Domain, Path = it.Path })];
    }
}
