using Microsoft.Playwright;
using Pst.Pages.Tests.Support;
using Pst.Testing;

namespace Pst.Browser.Tests;

/// <summary>Looks at one page after the other, as whoever sees, reads, tabs or holds a phone finds it; what is wrong is kept.</summary>
internal sealed class Walk(string language)
{
    const int SmallPhone = 320;

    static readonly string AxeCore = File.ReadAllText(Path.Combine(Shared.Root, "node_modules", "axe-core", "axe.min.js"));

    static readonly string[] All = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    static readonly string[] Colours = ["color-contrast", "link-in-text-block"]; // by night nothing else is different

    // What a hand would open or turn to is opened first: what is hidden is not looked at. Menus cover what lies below: on the first page
    // they are looked at.
    const string Unfold = """
        () => {
            const unfolded = location.pathname === '/' ? 'details' : 'details:not(.menu)';
            document.querySelectorAll(unfolded).forEach(it => { it.open = true; });
            document.querySelectorAll('[data-step]').forEach(it => { it.hidden = false; });
        }
        """;

    // A page hears of its size, and of day and night, just before it is painted next.
    const string Painted = "() => new Promise(painted => requestAnimationFrame(() => requestAnimationFrame(painted)))";

    // What is in order is not written up, and style sheets are not read again for a rule that is not run.
    const string Findings = $$"""
        async only => {
            await ({{Painted}})();
            return (await axe.run({ runOnly: only, resultTypes: ['violations'], preload: { assets: ['media'] } })).violations
                .flatMap(it => it.nodes.map(node => `${it.id}: ${node.html} ${node.failureSummary}`));
        }
        """;

    // One of a group of choices is enough: arrows go from it to the others. An offer may end on the way: a step is taken back in seconds.
    const string Tabbed = """
        () => {
            const key = it => it.type === 'radio' ? `radio ${it.name}` : it;
            const left = new Set([...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
                .filter(it => !it.disabled && it.tabIndex >= 0 && it.checkVisibility({ visibilityProperty: true })).map(key));
            document.addEventListener('focusin', focused => left.delete(key(focused.target)));
            document.activeElement.blur();
            window.left = () => left.size;
            window.unreached = () => [...left].filter(it => !it.outerHTML || it.isConnected && !it.disabled).map(it => it.outerHTML ?? it);
        }
        """;

    // A date is three fields and a button to one who tabs through it, and two may stand side by side.
    const int MostStops = 10;

    // The office's own words are in its own language.
    const string Words = """
        () => {
            const said = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            while (walker.nextNode())
                if (!walker.currentNode.parentElement.closest('[lang=id], textarea')) said.push(walker.currentNode.data);
            for (const it of document.querySelectorAll('[placeholder], [title], [aria-label]')) {
                if (it.closest('[lang=id]')) continue;
                said.push(it.getAttribute('placeholder'), it.getAttribute('title'), it.getAttribute('aria-label'));
            }
            return [document.title.split(' · ')[0], ...said].filter(it => it && it.trim()).map(it => it.trim().replace(/\s+/g, ' '));
        }
        """;

    static readonly HashSet<string> Indonesian = [.. SentenceFiles.Indonesian().Except(SentenceFiles.English())];

    readonly Dictionary<string, string> axe = [];

    /// <summary>What axe says, by day and by night; the same of many pages is told once.</summary>
    public IEnumerable<string> Axe => axe.Select(it => $"{it.Value}: {it.Key}");

    /// <summary>Pages that are wider than a small phone.</summary>
    public List<string> Wide { get; } = [];

    /// <summary>What can be pressed and is not reached by the tab key.</summary>
    public List<string> Unreached { get; } = [];

    /// <summary>Sentences that whoever reads English finds in Indonesian.</summary>
    public List<string> Untranslated { get; } = [];

    /// <summary>Looks at a page that was opened; it may be left in another size and with another part in focus.</summary>
    public async Task LookAsync(IPage page, Stop stop)
    {
        if (language == "en") Untranslated.AddRange((await page.EvaluateAsync<string[]>(Words)).Where(Indonesian.Contains).Select(At));
        await page.EvaluateAsync(AxeCore);
        await page.EvaluateAsync(Unfold);
        await LookByDayAndNightAsync(page, stop);
        if (language == "en") return; // what a hand or a phone does is the same in both
        if (stop.Act is null) Unreached.AddRange((await TabAsync(page)).Select(At));
        await LookOnPhoneAsync(page, stop);

        string At(string finding) => $"{stop.Address}: {finding}";
    }

    async Task LookByDayAndNightAsync(IPage page, Stop stop)
    {
        foreach (var (scheme, rules) in new[] { (ColorScheme.Dark, Colours), (ColorScheme.Light, All) })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
            foreach (var finding in await page.EvaluateAsync<string[]>(Findings, rules)) axe.TryAdd($"{scheme} {finding}", stop.Address);
        }
    }

    static async Task<string[]> TabAsync(IPage page)
    {
        await page.EvaluateAsync(Tabbed);
        for (var round = 0; round < MostStops; round++)
            for (var left = await page.EvaluateAsync<int>("left()"); left > 0; left--) await page.Keyboard.PressAsync("Tab");
        return await page.EvaluateAsync<string[]>("unreached()");
    }

    async Task LookOnPhoneAsync(IPage page, Stop stop)
    {
        var size = page.ViewportSize!;
        await page.SetViewportSizeAsync(SmallPhone, size.Height);
        await page.EvaluateAsync(Painted);
        var width = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        if (width > SmallPhone) Wide.Add($"{stop.Address}: {width}");
        await page.SetViewportSizeAsync(size.Width, size.Height);
    }
}
