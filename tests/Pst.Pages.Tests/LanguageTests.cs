using Pst.Pages.Tests.Support;

namespace Pst.Pages.Tests;

public sealed class LanguageTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Pages_are_Indonesian_until_English_is_chosen_and_stay_so()
    {
        var browser = await site.NewBrowser().OpenAsync("/masuk?kembali=%2Forang");
        browser.Page.DocumentElement.GetAttribute("lang").ShouldBe("id");

        await browser.PressAsync("English");
        browser.Address.ShouldBe("/masuk?kembali=%2Forang");
        browser.Heading.ShouldBe("Sign in");
        (await browser.OpenAsync("/tidak-ada")).Heading.ShouldBe("Page not found");
        browser.Page.DocumentElement.GetAttribute("lang").ShouldBe("en");

        await browser.PressAsync("Bahasa Indonesia");
        (await browser.OpenAsync("/masuk")).Heading.ShouldBe("Masuk");
    }

    [Fact]
    public async Task The_next_visitor_at_a_kiosk_begins_in_Indonesian()
    {
        await site.OpenAsync("1872");
        var kiosk = await (await site.KioskAsync("1872")).OpenAsync("/kios");
        await kiosk.PressAsync("English");
        kiosk.Heading.ShouldBe("Welcome. What do you need?");
        (await kiosk.OpenAsync("/kios?awal=true")).Heading.ShouldBe("Selamat datang. Apa yang Anda perlukan?");
    }

    [Fact]
    public void Every_sentence_of_a_page_has_its_English()
    {
        var english = SentenceFiles.Keys("Sentences.en.restext");
        var (named, said) = (SentenceFiles.Keys("Sentences.restext"), SentenceFiles.InPages());
        said.Where(it => !english.Contains(it)).ShouldBeEmpty();
        named.Where(it => !english.Contains(it)).ShouldBeEmpty();
        english.Where(it => !named.Contains(it) && !said.Contains(it)).ShouldBeEmpty("a sentence that no page says");
    }

    [Fact]
    public void No_two_sentences_differ_by_their_capitals_alone() =>
        SentenceFiles.Keys("Sentences.en.restext").GroupBy(it => it, StringComparer.OrdinalIgnoreCase)
            .Where(it => it.Count() > 1).ShouldBeEmpty("the second one would be left out");
}
