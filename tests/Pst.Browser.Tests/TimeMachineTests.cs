using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Pst.EventStore;
using Pst.Pages.Tests.Support;
using Pst.Projections;
using Pst.Web.Access;
using static Microsoft.Playwright.Assertions;

namespace Pst.Browser.Tests;

/// <summary>A morning is played again, by hand and by keys.</summary>
public sealed class TimeMachineTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task A_morning_is_played_and_stepped_through_by_keys()
    {
        await LivedAsync();
        var page = await chromium.SignedInAsync("sari", Role.Supervisor, "1872");
        await page.GotoAsync("/waktu?tanggal=2026-03-02&jam=09:00:00");
        var (moment, queue) = (page.Locator("#saat"), page.Locator("#saat .queue"));
        await Expect(queue).ToContainTextAsync("sisa 5 mnt 0 dtk");

        await page.Locator("[data-speed]").SelectOptionAsync("600");
        await page.Locator("#isi").PressAsync(" "); // the list has keys of its own
        await Expect(page.Locator("[data-play]")).ToContainTextAsync("Jeda");
        await Expect(queue).ToContainTextAsync("meja 1 sejak 09.07");
        await Expect(page.Locator("[data-play]")).ToContainTextAsync("Putar"); // now is as far as it goes
        await Expect(moment).ToHaveAttributeAsync("data-told", "09.30.00");

        await page.Locator("#isi").PressAsync("ArrowLeft");
        await Expect(moment).ToHaveAttributeAsync("data-told", "09.07.00");
        await page.Locator("#isi").PressAsync("ArrowLeft");
        await Expect(moment).ToHaveAttributeAsync("data-told", "09.04.00");
        await Expect(queue).ToContainTextAsync("dipanggil 1× ke meja 1");
        await page.GetByRole(AriaRole.Link, new() { Name = "PS-001 09.05" }).ClickAsync();
        await Expect(moment).ToHaveAttributeAsync("data-told", "09.05.00");
        (await page.EvaluateAsync<string>("location.search")).ShouldContain("jam=09:05:00");
        await page.GetByRole(AriaRole.Slider).FillAsync($"{(9 * 60 + 6) * 60}");
        await Expect(queue).ToContainTextAsync("terlambat 1 mnt 0 dtk");
        chromium.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_script_the_bar_is_a_form()
    {
        await LivedAsync();
        var page = await chromium.SignedInAsync("sita", Role.Supervisor, "1872", new(Scripted: false));
        await page.GotoAsync("/waktu?tanggal=2026-03-02&jam=09:06:00");
        await Expect(page.Locator("[data-play]")).ToBeHiddenAsync();
        await page.GetByRole(AriaRole.Slider).PressAsync("End");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ke saat ini pada bilah" }).ClickAsync();
        await Expect(page.Locator("#saat")).ToHaveAttributeAsync("data-told", "09.30.00");
        chromium.Complaints.ShouldBeEmpty();
    }

    // Signed at nine, called at four past, served at seven past; it is half past nine.
    async Task LivedAsync()
    {
        var site = chromium.Site;
        if (await site.EventsAsync("served") > 0) return;
        await site.OpenAsync("1872");
        var visit = (await (await site.KioskAsync("1872")).SignedAsync()).Visit();
        var clerk = await site.SignedInAsync("budi", Role.Staff, "1872");
        site.Clock.Now += TimeSpan.FromMinutes(4);
        await clerk.ActAsync(visit, ["call"]);
        site.Clock.Now += TimeSpan.FromMinutes(3);
        await clerk.ActAsync(visit, ["serve"]);
        site.Clock.Now += TimeSpan.FromMinutes(23);
        while (await site.Services.GetRequiredService<Sequencer>().RunOnceAsync(CancellationToken.None) > 0) { }
        await site.Services.GetRequiredService<ProjectionRunner>().CatchUpAsync(CancellationToken.None);
    }
}
