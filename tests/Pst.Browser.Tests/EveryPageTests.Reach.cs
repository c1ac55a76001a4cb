using Microsoft.Playwright;
using Pst.Pages.Tests.Support;

namespace Pst.Browser.Tests;

/// <summary>Whoever reads English and whoever has no mouse gets everywhere.</summary>
public sealed partial class EveryPageTests
{
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

    [Fact]
    public async Task Whatever_can_be_pressed_is_reached_by_the_tab_key()
    {
        var unreached = new List<string>();
        await pages.LookAsync(new(), async (page, stop) =>
        {
            if (stop.Act is not null) return;
            await page.EvaluateAsync(Unfold);
            await page.EvaluateAsync(Tabbed);
            for (var round = 0; round < MostStops; round++)
                for (var left = await page.EvaluateAsync<int>("left()"); left > 0; left--) await page.Keyboard.PressAsync("Tab");
            unreached.AddRange((await page.EvaluateAsync<string[]>("unreached()")).Select(it => $"{stop.Address}: {it}"));
        });
        unreached.ShouldBeEmpty();
    }

    [Fact]
    public async Task No_sentence_stays_Indonesian_for_who_reads_English()
    {
        var indonesian = SentenceFiles.Indonesian().Except(SentenceFiles.English()).ToHashSet();
        var untranslated = new List<string>();
        await pages.LookAsync(new(Language: "en"), async (page, stop) =>
            untranslated.AddRange(
                (await page.EvaluateAsync<string[]>(Words)).Where(indonesian.Contains).Select(it => $"{stop.Address}: {it}")));
        untranslated.ShouldBeEmpty();
    }
}
