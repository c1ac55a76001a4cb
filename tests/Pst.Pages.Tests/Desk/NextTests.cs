using Pst.Pages.Tests.Support;
using Pst.Web.Access;

namespace Pst.Pages.Tests.Desk;

public sealed class NextTests(Site site) : IClassFixture<Site>
{
    const string Next = "Panggil berikutnya Spasi";
    const int Desks = 6, Visitors = 10;

    [Fact]
    public async Task However_many_desks_press_next_at_once_nobody_is_called_twice_and_nobody_is_left_out()
    {
        await site.OpenAsync("1872");
        await WaitingAsync();
        var desks = await Task.WhenAll(Enumerable.Range(1, Desks).Select(it => site.SignedInAsync($"petugas{it}", Role.Staff, "1872")));

        var called = new List<string>();
        for (var round = 1; round <= 2; round++)
        {
            await Task.WhenAll(desks.Select(it => it.OpenAsync("/meja")));
            await Task.WhenAll(desks.Select(it => it.PressAsync(Next)));
            called.AddRange(desks.Select(it => it.Address).Where(it => it != "/meja"));
        }

        called.Count.ShouldBe(Visitors, "two of twelve presses find nobody");
        called.Distinct().Count().ShouldBe(Visitors);
        (await site.EventsAsync("called")).ShouldBe(Visitors);
    }

    async Task WaitingAsync()
    {
        var kiosk = await site.KioskAsync("1872");
        foreach (var number in Enumerable.Range(1, Visitors))
            await kiosk.SignedAsync(("visitor.email", $"tamu{number}@example.org"));
    }
}
