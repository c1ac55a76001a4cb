using Microsoft.Playwright;
using Pst.Pages.Tests.Support;
using Pst.Web.Access;
using Pst.Web.Pages;

namespace Pst.Browser.Tests;

/// <summary>
/// A real browser before the whole program. Whatever a page complains of, or asks of another host, is kept; a test ends by asking that
/// there is nothing.
/// </summary>
public sealed class Chromium : IAsyncLifetime
{
    const int Patience = 15_000; // milliseconds

    // As Debian installs them.
    const string Browser = "/usr/bin/chromium", Shell = "/usr/bin/chromium-headless-shell";

    static readonly string[] Quiet =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    readonly List<string> complaints = [];
    IPlaywright playwright = null!;
    IBrowser browser = null!;
    Uri address = null!;

    public Site Site { get; } = new();

    /// <summary>True where many pages are looked at: without windows, viewers and notifications that costs a third.</summary>
    public bool OnlyDraws { get; init; }

    /// <summary>Errors in the console, and requests that left the office.</summary>
    public IReadOnlyList<string> Complaints => complaints;

    public async Task InitializeAsync()
    {
        await Site.InitializeAsync();
        address = Site.Listen();
        playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(Patience);
        var path = new[] { OnlyDraws ? Shell : Browser, Browser }.FirstOrDefault(File.Exists);
        browser = await playwright.Chromium.LaunchAsync(
            new() { ExecutablePath = path, Channel = path is null ? "chrome" : null, Args = Quiet });
    }

    /// <summary>A window with an empty cache, and nobody signed in.</summary>
    public async Task<IPage> OpenAsync(Looks? looks = null)
    {
        var (width, scheme, language, scripted) = looks ?? new();
        var window = await browser.NewContextAsync(new()
        {
            BaseURL = $"{address}",
            ViewportSize = new() { Width = width, Height = 800 },
            ColorScheme = scheme,
            ReducedMotion = ReducedMotion.Reduce,
            JavaScriptEnabled = scripted,
            Locale = language == "en" ? "en-GB" : "id-ID",
        });
        await HaveAsync(window, Languages.Cookie, $"c%3Did-ID%7Cuic%3D{language}");
        var page = await window.NewPageAsync();
        page.Console += (_, said) => { if (said.Type == "error") Keep($"{page.Url}: {said.Text}"); };
        page.PageError += (_, error) => Keep($"{page.Url}: {error}");
        page.Request += (_, request) => { if (!IsOurs(request.Url)) Keep(request.Url); };
        return page;
    }

    /// <summary>A tablet that is the office's kiosk.</summary>
    public async Task<IPage> KioskAsync(string office, Looks? looks = null)
    {
        var (_, key) = await Site.EnrolAsync(office);
        var page = await OpenAsync(looks);
        await HaveAsync(page.Context, "pst.device", key);
        return page;
    }

    /// <summary>The browser of somebody new, who has signed in.</summary>
    public async Task<IPage> SignedInAsync(string name, Role role, string? office, Looks? looks = null)
    {
        await Site.MakePersonAsync(name, role, office);
        var page = await OpenAsync(looks);
        await page.SignInAsync(name);
        return page;
    }

    public async Task DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
        await Site.DisposeAsync();
    }

    Task HaveAsync(IBrowserContext window, string cookie, string value) =>
        window.AddCookiesAsync([new() { Url = $"{address}", Name = cookie, Value = value }]);

    bool IsOurs(string url) => url.StartsWith($"{address}", StringComparison.Ordinal) || url.StartsWith("data:", StringComparison.Ordinal);

    void Keep(string complaint)
    {
        lock (complaints) complaints.Add(complaint);
    }
}

/// <summary>How somebody looks at the pages.</summary>
/// <param name="Width">Of the window, in CSS pixels.</param>
/// <param name="Scheme">What the device is set to.</param>
/// <param name="Language">As the switch names it.</param>
/// <param name="Scripted">False where script is off.</param>
public sealed record Looks(int Width = 1280, ColorScheme Scheme = ColorScheme.Light, string Language = "id", bool Scripted = true);
