using Pst.Pages.Tests.Support;
using Pst.Web.Access;
using Pst.Web.Pages.People;

namespace Pst.Pages.Tests.Account;

public sealed class PowersTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task The_page_tells_what_the_policies_ask()
    {
        var admin = await site.SignedInAsync("admin", Role.Admin, null);
        await admin.OpenAsync("/orang/wewenang");
        var rows = admin.Page.QuerySelectorAll("tbody tr")
            .ToDictionary(it => it.Children[0].TextContent, it => it.Children.Skip(1).Select(cell => cell.TextContent));

        rows["Mengoreksi"].ShouldBe(["–", "–", "–", "✓ ya", "–", "–", "–"]);
        rows["Mengatur kantor"].ShouldBe(["–", "–", "–", "–", "–", "–", "✓ ya"]);
        rows.Count.ShouldBe(PowersModel.Powers.Count);
    }

    [Fact]
    public void Every_power_has_its_words()
    {
        var named = SentenceFiles.Keys("Sentences.restext");
        PowersModel.Powers.Select(it => $"may.{it.Name}").Where(it => !named.Contains(it)).ShouldBeEmpty();
    }
}
