using Pst.Pages.Tests.Support;
using Pst.Web.Access;

namespace Pst.Pages.Tests.Custody;

public sealed class InsideTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Who_is_inside_is_a_number_until_the_names_are_opened_which_is_recorded()
    {
        await site.OpenAsync("1872");
        var kiosk = await site.KioskAsync("1872");
        await kiosk.SignedAsync(("visitor.email", "satu@example.org"));
        await kiosk.SignedAsync(("visitor.email", "dua@example.org"));
        var staff = await site.SignedInAsync("rini", Role.Staff, "1872");
        await (await staff.OpenAsync("/penitipan")).PressLinkAsync("Siapa di dalam");
        staff.Text("main").ShouldContain("2 orang di dalam pada");
        staff.Page.Body!.TextContent.ShouldNotContain("Siti Aminah");

        var before = await site.EventsAsync("details_seen");
        await staff.PressAsync("Buka nama");
        staff.Page.QuerySelectorAll("tbody tr").ShouldAllBe(it => it.TextContent.Contains("Siti Aminah"));
        (await site.EventsAsync("details_seen")).ShouldBe(before + 2);
    }
}
