using System.Net;
using System.Text.Json;
using Pst.Pages.Tests.Support;

namespace Pst.Pages.Tests.Kiosk;

public sealed class VisitorTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task In_Metro_the_ticket_tells_the_last_moment_to_be_served()
    {
        await site.OpenAsync("1872");
        var kiosk = await (await site.KioskAsync("1872")).SignedAsync();
        kiosk.Text(".ticket-number").ShouldMatch("^PS-[0-9]{3}$");
        kiosk.Text(".kiosk-ticket .fs-1").ShouldBe("Anda akan dilayani paling lambat pukul 09.05 WIB.");
        kiosk.Page.Body!.TextContent.ShouldNotContain("Siti", customMessage: "no name on a public screen");
    }

    [Fact]
    public async Task In_Bima_it_is_the_end_of_the_hours()
    {
        await site.OpenAsync("5272");
        var kiosk = await (await site.KioskAsync("5272")).SignedAsync();
        kiosk.Text(".kiosk-ticket .fs-1").ShouldBe("Anda akan dilayani hari ini sebelum pukul 15.30 WITA.");
    }

    [Fact]
    public async Task Missing_answers_are_named_and_nothing_typed_is_lost()
    {
        await site.OpenAsync("1872");
        var kiosk = await (await site.KioskAsync("1872")).ArrivedAsync();
        await kiosk.PressAsync("Selesai, ambil nomor", ("visitor.name", "Siti <script>"), ("purpose", "2"), ("demographics.gender", "2"));
        kiosk.Text("[role=alert]").ShouldContain("Umur: Wajib diisi.");
        kiosk.Page.QuerySelector("input[name='visitor.name']")!.GetAttribute("value").ShouldBe("Siti <script>");
        kiosk.Page.QuerySelector("input[name=purpose][checked]")!.GetAttribute("value").ShouldBe("2");
    }

    [Fact]
    public async Task Two_taps_are_one_visit()
    {
        await site.OpenAsync("1872");
        var kiosk = await (await site.KioskAsync("1872")).OpenAsync("/kios");
        var button = kiosk.ButtonIn("form", kiosk.Text("button[value=PS]"));
        var first = (await kiosk.SubmitAsync(button)).Visit();
        (await kiosk.SubmitAsync(button)).Visit().ShouldBe(first);
        kiosk.Heading.ShouldBe("Buku tamu");
    }

    [Fact]
    public async Task Outside_the_hours_the_kiosk_says_when_to_come_and_staff_may_let_in_with_a_reason()
    {
        await site.OpenAsync("5272");
        var opened = site.Clock.Now;
        site.Clock.Now = new(2026, 3, 7, 9, 0, 0, TimeSpan.FromHours(8)); // a Saturday
        try
        {
            var kiosk = await (await site.KioskAsync("5272")).ArrivedAsync();
            kiosk.Text(".alert-warning").ShouldContain("Buka lagi 9 Maret 2026 08.00 WITA");
            kiosk.Text("[role=alert]").ShouldStartWith("Di luar jam pelayanan");

            var staff = await site.SignedInAsync("dewi", Web.Access.Role.Staff, "5272");
            await staff.ArrivedAsync(("override.reason", "tamu dari jauh"));
            staff.Heading.ShouldBe("Buku tamu");
        }
        finally { site.Clock.Now = opened; }
    }

    [Fact]
    public async Task A_while_before_the_doors_open_a_number_may_be_taken_where_the_office_says_so()
    {
        await site.OpenAsync("1872", it => it with { Local = it.Local with { EarlyArrivalMinutes = 15 } });
        var nine = site.Clock.Now;
        site.Clock.Now = new(2026, 3, 3, 7, 50, 0, TimeSpan.FromHours(7));
        try
        {
            var kiosk = await (await site.KioskAsync("1872")).OpenAsync("/kios");
            kiosk.Text(".alert").ShouldStartWith("Pintu dibuka 08.00 WIB.");
            await kiosk.SignedAsync(("visitor.email", "pagi@example.org"));
            kiosk.Text(".kiosk-ticket .fs-1").ShouldBe("Anda akan dilayani paling lambat pukul 08.05 WIB.");
        }
        finally
        {
            site.Clock.Now = nine;
            await site.OpenAsync("1872");
        }
    }

    [Fact]
    public async Task One_offices_kiosk_knows_nothing_of_anothers_visits()
    {
        await site.OpenAsync("1872");
        await site.OpenAsync("5272");
        var metro = await (await site.KioskAsync("1872")).SignedAsync(("visitor.email", "tamu@example.org"));
        var bima = await (await site.KioskAsync("5272")).OpenAsync(metro.Address);
        bima.Status.ShouldBe(HttpStatusCode.NotFound);
        (await bima.OpenAsync("/kios/bukan-uuid/buku-tamu")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_tablet_installs_it_as_a_program_that_fills_the_screen()
    {
        await site.OpenAsync("1872");
        var kiosk = await (await site.KioskAsync("1872")).OpenAsync("/kios");
        var manifest = kiosk.Page.QuerySelector("link[rel=manifest]")!.GetAttribute("href")!;
        using var client = site.NewClient();
        var told = JsonElement.Parse(await client.GetStringAsync(manifest));
        told.GetProperty("display").GetString().ShouldBe("fullscreen");
        told.GetProperty("start_url").GetString().ShouldBe("/kios");
    }
}
