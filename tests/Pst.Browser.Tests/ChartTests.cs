using Microsoft.Playwright;
using Pst.Pages.Tests.Support;
using Pst.Web.Access;
using static Microsoft.Playwright.Assertions;

namespace Pst.Browser.Tests;

/// <summary>What is drawn is what the table beside it says, for eyes, hands, keys and ears.</summary>
public sealed class ChartTests(Chromium chromium) : IClassFixture<Chromium>
{
    // What the table has to be drawn, and what the drawing says of it; nothing is written over an empty bar.
    const string Told = """
        () => [...document.querySelectorAll('figure[data-chart=columns]:has(> [data-draw]), figure[data-chart=rows]:has(> [data-draw])')]
            .map(figure => {
                const drawn = [...figure.querySelectorAll('svg text')].map(it => it.textContent);
                const cells = [...figure.querySelectorAll('tbody td:nth-child(2)')].filter(it => Number(it.dataset.value) > 0);
                return { name: figure.id, cells: cells.map(it => it.textContent.trim()), missing: cells.map(it => it.textContent.trim())
                    .filter(it => !drawn.includes(it)), said: figure.querySelector('[data-draw]').getAttribute('aria-label'), };
            })
        """;

    const string Fills = "() => [...document.querySelectorAll('#waktu-tunggu svg path')].map(it => it.getAttribute('fill')).join()";

    [Fact]
    public async Task Every_chart_is_drawn_from_its_table_and_leads_to_the_visits()
    {
        var page = await OverviewAsync("citra");
        await Expect(page.Locator("#waktu-tunggu svg")).ToBeVisibleAsync();
        var figures = await page.EvaluateAsync<Drawn[]>(Told);
        figures.Select(it => it.Name).ShouldBe(["waktu-tunggu", "keputusan", "purpose", "education", "occupation", "age"]);
        figures.ShouldAllBe(it => it.Cells.Length > 0 && it.Missing.Length == 0 && it.Said.Contains('.'));

        var day = await page.EvaluateAsync<string>(Fills);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await Expect(page.Locator("html")).ToHaveAttributeAsync("data-bs-theme", "dark");
        (await page.EvaluateAsync<string>(Fills)).ShouldNotBe(day, "by night in other colours");

        var label = page.Locator("#keputusan svg text").Filter(new() { HasText = "Terpenuhi" }).First;
        await label.ScrollIntoViewIfNeededAsync();
        var beside = await label.BoundingBoxAsync();
        await page.Mouse.ClickAsync(beside!.X + beside.Width + 20, beside.Y + beside.Height / 2);
        await page.WaitForURLAsync("**/kunjungan?**angka=met");
        chromium.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task By_keys_the_table_opens_and_its_links_are_the_bars()
    {
        var page = await OverviewAsync("cahya");
        await page.Locator("#keputusan summary").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#keputusan table")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/kunjungan?**angka=met");
        await Expect(page.Locator("tbody tr")).Not.ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Without_script_there_are_the_tables()
    {
        await OverviewAsync("cakra");
        var page = await chromium.OpenAsync(new(Scripted: false));
        await page.SignInAsync("cakra");
        await page.GotoAsync("/ringkasan");
        await Expect(page.Locator("#keputusan [data-draw]")).ToBeHiddenAsync();
        await page.Locator("#keputusan summary").ClickAsync();
        await Expect(page.Locator("#keputusan table")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_live_part_shows_an_arrival_by_itself()
    {
        var page = await OverviewAsync("cinta");
        var waiting = int.Parse(await page.Locator("#sekarang dd").First.InnerTextAsync(), null);
        await (await chromium.Site.KioskAsync("1872")).SignedAsync(("visitor.email", $"{Guid.NewGuid():N}@example.org"));
        await Expect(page.Locator("#sekarang dd").First).ToHaveTextAsync($"{waiting + 1}");
    }

    /// <summary>The overview of somebody new at an office where somebody was served and somebody waits.</summary>
    async Task<IPage> OverviewAsync(string name)
    {
        await chromium.Site.OpenAsync("1872");
        var kiosk = await chromium.Site.KioskAsync("1872");
        await kiosk.SignedAsync(("visitor.email", $"{name}@example.org"));
        await (await chromium.Site.SignedInAsync($"meja-{name}", Role.Staff, "1872")).ActAsync(kiosk.Visit(), ["serve"]);
        await (await chromium.Site.KioskAsync("1872")).SignedAsync(("visitor.email", $"{name}2@example.org"));
        var page = await chromium.SignedInAsync(name, Role.Supervisor, "1872");
        await page.GotoAsync("/ringkasan");
        return page;
    }

    sealed record Drawn
    {
        public string Name { get; init; } = "";
        public string[] Cells { get; init; } = [];
        public string[] Missing { get; init; } = [];
        public string Said { get; init; } = "";
    }
}
