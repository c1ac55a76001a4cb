using System.Net;
using Pst.Domain;
using Pst.Pages.Tests.Support;
using Pst.Web.Access;

namespace Pst.Pages.Tests.Display;

public sealed class DisplayTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task It_shows_who_is_called_and_how_many_wait_and_no_name()
    {
        await site.OpenAsync("1872");
        var kiosk = await site.KioskAsync("1872");
        await kiosk.SignedAsync(("visitor.email", "satu@example.org"));
        var (visit, ticket) = (kiosk.Visit(), kiosk.Text(".ticket-number"));
        await kiosk.SignedAsync(("visitor.email", "dua@example.org"));
        var display = await kiosk.OpenAsync("/layar");
        display.Address.ShouldBe("/layar/1872");
        var before = int.Parse(display.Text(".display-foot strong"), null);

        var desk = await (await site.SignedInAsync("sari", Role.Staff, "1872")).OpenAsync($"/meja/{visit}");
        await desk.ActAsync("call", "Panggil P");
        await display.OpenAsync("/layar/1872");

        display.Text(".display-now").ShouldBe($"Sekarang dipanggil {ticket} Meja 1");
        int.Parse(display.Text(".display-foot strong"), null).ShouldBe(before - 1);
        display.Text(".display-foot").ShouldContain("Dilayani ≤ 5 menit setelah buku tamu");
        display.Text(".display-foot").ShouldContain("belum cukup data");
        display.Text(".display-clock").ShouldBe("09.00 WIB");
        display.Page.DocumentElement.OuterHtml.ShouldNotContain("Aminah");
    }

    [Fact]
    public async Task It_says_that_it_is_not_live_until_a_script_knows_better()
    {
        await site.OpenAsync("1872");
        var display = await (await site.KioskAsync("1872")).OpenAsync("/layar/1872");
        display.Text("[data-band]").ShouldBe("Tidak terhubung");
        display.Page.QuerySelector("[data-band]")!.HasAttribute("hidden").ShouldBeFalse();
    }

    [Fact]
    public async Task Outside_the_hours_it_says_when_the_office_opens()
    {
        await site.OpenAsync("5272");
        var opened = site.Clock.Now;
        site.Clock.Now = new(2026, 3, 7, 9, 0, 0, TimeSpan.FromHours(8)); // a Saturday
        try
        {
            var display = await (await site.KioskAsync("5272")).OpenAsync("/layar/5272");
            display.Text(".display-now").ShouldContain("Buka lagi 9 Maret 2026 08.00 WITA");
        }
        finally { site.Clock.Now = opened; }
    }

    [Fact]
    public async Task It_is_for_devices_and_people_of_the_office()
    {
        await site.OpenAsync("1872");
        await site.OpenAsync("5272");
        (await site.NewBrowser().OpenAsync("/layar/1872")).Address.ShouldStartWith("/masuk");
        (await (await site.KioskAsync("5272")).OpenAsync("/layar/1872")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await (await site.KioskAsync("5272")).OpenAsync("/layar/1872/langsung")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await (await site.KioskAsync("5272")).OpenAsync("/layar/1872/suara/PS-001/1")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await (await site.SignedInAsync("nasional", Role.Auditor, null)).OpenAsync("/layar/1872")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_call_can_be_heard()
    {
        await site.OpenAsync("1872");
        var heard = await (await site.KioskAsync("1872")).OpenAsync("/layar/1872/suara/PS-007/1");
        heard.Answer.Content.Headers.ContentType!.MediaType.ShouldBe("audio/wav");
        heard.Answer.Content.Headers.ContentLength!.Value.ShouldBeGreaterThan(100_000);
        (await heard.OpenAsync("/layar/1872/suara/PS-7/1")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_small_office_may_do_without_voice_or_without_display()
    {
        await site.OpenAsync("1872");
        var office = await site.KioskAsync("1872");
        (await office.OpenAsync("/layar/1872")).Page.QuerySelector("[data-hear]").ShouldNotBeNull();
        try
        {
            await UseAsync(new(Tickets: true, Display: true, Voice: false));
            (await office.OpenAsync("/layar/1872")).Page.QuerySelector("[data-hear], [data-sound^='/']").ShouldBeNull();
            (await office.OpenAsync("/layar/1872/suara/PS-001/1")).Status.ShouldBe(HttpStatusCode.NotFound);

            await UseAsync(new(Tickets: true, Display: false, Voice: true));
            (await office.OpenAsync("/layar/1872")).Status.ShouldBe(HttpStatusCode.NotFound);
            (await office.OpenAsync("/layar/1872/langsung")).Status.ShouldBe(HttpStatusCode.NotFound);
        }
        finally { await UseAsync(null); }
    }

    [Fact]
    public async Task News_go_on_where_the_screen_had_been()
    {
        await site.OpenAsync("1872");
        var kiosk = await site.KioskAsync("1872");
        var seen = (await kiosk.OpenAsync("/layar/1872")).Page.Body!.GetAttribute("data-position");
        await kiosk.SignedAsync(("visitor.email", "kabar@example.org"));

        var (_, key) = await site.EnrolAsync("1872");
        using var client = site.NewClient($"pst.device={key}");
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await using var news = await client.GetStreamAsync($"/layar/1872/langsung?after={seen}", patience.Token);
        using var lines = new StreamReader(news);
        var told = new List<string>();
        while (!told.Contains("event: changed")) told.Add((await lines.ReadLineAsync(patience.Token))!);

        told.ShouldContain("event: alive");
        var id = long.Parse(told.Single(it => it.StartsWith("id: ", StringComparison.Ordinal))[4..], null);
        id.ShouldBeGreaterThan(long.Parse(seen!, null));
    }

    Task UseAsync(Equipment? uses) => site.OpenAsync("1872", it => it with { Local = it.Local with { Uses = uses } });
}
