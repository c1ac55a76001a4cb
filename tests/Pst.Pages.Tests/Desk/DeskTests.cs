using System.Net;
using Pst.Pages.Tests.Support;
using Pst.Web.Access;

namespace Pst.Pages.Tests.Desk;

public sealed class DeskTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task A_visitor_of_Metro_goes_from_the_kiosk_to_the_door()
    {
        var (kiosk, desk) = await MetAsync("1872", "sari");
        await desk.OpenAsync("/meja");
        await desk.PressAsync("Panggil berikutnya Spasi");
        desk.Text(".card-ticket").ShouldStartWith("PS-001");

        await desk.ActAsync("hold_id", "KTP", ("number", "1872015203990012"));
        desk.Text(".steps-done").ShouldContain("KTP …0012");
        await desk.ActAsync("assign_locker", "A07");
        await desk.ActAsync("serve", "Layani L");
        await desk.ActAsync("record_reading", "Tercetak", ("publicationId", "1101001.1872"));

        await desk.ActAsync("depart", "Pulang G");
        desk.Text("#depart [role=alert]").ShouldStartWith("Tas masih di loker. Keluarkan tas dari loker dahulu.");
        desk.Page.QuerySelector("#depart [role=alert] a")!.GetAttribute("href").ShouldBe("#release_locker");
        desk.Page.QuerySelectorAll("[role=alert]").Length.ShouldBe(1, "only beside the button that was pressed");

        await kiosk.OpenAsync("/kios/nilai");
        await kiosk.OpenAsync(kiosk.Page.QuerySelector(".tile-ticket")!.GetAttribute("href")!);
        await kiosk.PressAsync("Sangat puas");
        kiosk.Heading.ShouldBe("Terima kasih atas penilaian Anda.");

        await desk.OpenAsync($"/meja/{desk.Visit()}");
        desk.Text(".steps-done").ShouldContain("Penilaian");
        await desk.ActAsync("release_locker", "Tas keluar dari loker A07 T");
        await desk.ActAsync("return_id", "Kembalikan KTP I");
        await desk.ActAsync("depart", "Pulang G");
        desk.Text("#antrean").ShouldContain("Menunggu 0 · Dilayani 0");
    }

    [Fact]
    public async Task In_Bima_copies_count_down_and_only_a_supervisor_passes_the_limit()
    {
        var (_, desk) = await MetAsync("5272", "dewi");
        await desk.OpenAsync("/meja");
        await desk.PressAsync("Panggil berikutnya Spasi");
        await desk.ActAsync("serve", "Layani L");
        await desk.ActAsync("make_copies", "+5");
        await desk.ActAsync("make_copies", "+5");
        desk.Text("#kartu .fs-3").ShouldBe("Fotokopi hari ini 10 / 10 lembar");

        await desk.ActAsync("make_copies", "+1");
        desk.Text("#make_copies [role=alert]").ShouldStartWith("Jatah fotokopi terlampaui; sisa 0 lembar.");
        desk.Page.QuerySelector("[name='override.reason']").ShouldBeNull();

        var supervisor = await site.SignedInAsync("bima", Role.Supervisor, "5272");
        await supervisor.OpenAsync($"/meja/{desk.Visit()}");
        await supervisor.ActAsync("make_copies", "+1");
        await supervisor.PressAsync("Catat", ("sheets", "1"), ("override.reason", "untuk skripsi"));
        supervisor.Text("#kartu .fs-3").ShouldBe("Fotokopi hari ini 11 / 10 lembar");
    }

    [Fact]
    public async Task What_was_typed_is_still_there_after_a_refusal()
    {
        var (_, desk) = await MetAsync("5272", "made");
        await desk.OpenAsync("/meja");
        await desk.PressAsync("Panggil berikutnya Spasi");
        await desk.ActAsync("hold_id", "KTP", ("number", "12345"));
        desk.Page.QuerySelector("#number")!.GetAttribute("value").ShouldBe("12345");
        desk.Page.QuerySelector("#validUntil")?.GetAttribute("value").ShouldBeNull();

        await desk.ActAsync("serve", "Layani L");
        await desk.PressAsync("Catat", ("sheets", "12"));
        desk.Text("#make_copies [role=alert]").ShouldStartWith("Jatah fotokopi terlampaui; sisa 10 lembar.");
        desk.Page.QuerySelector("#sheets")!.GetAttribute("value").ShouldBe("12");
        desk.Page.QuerySelector("#reading")!.GetAttribute("value").ShouldBeNullOrEmpty("nothing was typed there");
    }

    [Fact]
    public async Task Two_desks_that_press_next_at_once_get_two_visitors_and_two_taps_get_one()
    {
        await site.OpenAsync("1872");
        var kiosk = await site.KioskAsync("1872");
        await kiosk.SignedAsync(("visitor.email", "satu@example.org"));
        await kiosk.SignedAsync(("visitor.email", "dua@example.org"));
        var (one, two) = (await site.SignedInAsync("d1", Role.Staff, "1872"), await site.SignedInAsync("d2", Role.Staff, "1872"));
        await one.OpenAsync("/meja");
        await two.OpenAsync("/meja");

        var button = one.ButtonIn("#antrean form", "Panggil berikutnya Spasi");
        await Task.WhenAll(one.SubmitAsync(button), two.PressAsync("Panggil berikutnya Spasi"));
        one.Visit().ShouldNotBe(two.Visit());
        await one.SubmitAsync(button);
        one.Page.QuerySelectorAll(".queue-marks .mark").Count(it => it.TextContent.Contains("dipanggil")).ShouldBe(2);
    }

    [Fact]
    public async Task Who_may_not_serve_gets_no_desk_and_another_offices_visit_does_not_exist()
    {
        var (kiosk, _) = await MetAsync("1872", "tuti");
        (await kiosk.OpenAsync("/meja")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await (await site.SignedInAsync("audi", Role.Auditor, null)).OpenAsync("/meja")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await site.NewBrowser().OpenAsync("/meja")).Heading.ShouldBe("Masuk");

        await site.OpenAsync("5272");
        var bima = await site.SignedInAsync("rudi", Role.Staff, "5272");
        await kiosk.SignedAsync(("visitor.email", "tiga@example.org"));
        (await bima.OpenAsync($"/meja/{kiosk.Visit()}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    async Task<(Browser Kiosk, Browser Desk)> MetAsync(string office, string clerk)
    {
        await site.OpenAsync(office);
        var kiosk = await (await site.KioskAsync(office)).SignedAsync(("visitor.email", $"{clerk}@example.org"));
        return (kiosk, await site.SignedInAsync(clerk, Role.Staff, office));
    }
}
