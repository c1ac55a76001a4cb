using Microsoft.Playwright;
using Pst.Web.Pages;

namespace Pst.Browser.Tests;

/// <summary>Every page of an office in the middle of a day, each in the browser of somebody who may open it.</summary>
public sealed class EveryPage : IAsyncLifetime
{
    readonly Dictionary<string, Cookie[]> known = new() { [OneDay.Nobody] = [] };
    readonly Dictionary<string, Walk> walks = [];

    public Chromium Chromium { get; } = new() { OnlyDraws = true };

    public IReadOnlyList<Stop> Stops { get; private set; } = [];

    public async Task InitializeAsync()
    {
        await Chromium.InitializeAsync();
        Stops = await OneDay.StopsAsync(Chromium.Site);
        foreach (var who in Stops.Select(it => it.Who).Where(it => it != OneDay.Nobody).Distinct()) known[who] = await CookiesAsync(who);
    }

    /// <summary>What is found on all pages in a language; they are opened once, each person's in one window.</summary>
    internal async Task<Walk> WalkAsync(string language)
    {
        if (walks.TryGetValue(language, out var walk)) return walk;
        walk = new(language);
        foreach (var stops in Stops.GroupBy(it => it.Who))
        {
            var page = await OpenAsync(stops.Key, new(Language: language));
            foreach (var stop in stops)
            {
                await page.GotoAsync(stop.Address);
                if (stop.Act is { } act) await act(page);
                await walk.LookAsync(page, stop);
            }
            await page.Context.CloseAsync();
        }
        return walks[language] = walk;
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
