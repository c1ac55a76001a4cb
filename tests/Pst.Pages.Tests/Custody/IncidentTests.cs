using Pst.Pages.Tests.Support;
using Pst.Web.Access;

namespace Pst.Pages.Tests.Custody;

public sealed class IncidentTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task A_jammed_locker_keeps_no_card_and_stays_on_the_board_until_it_is_opened()
    {
        var desk = await WithBagAsync("sari", "A05");
        await desk.TellAsync("return_id", ("override.reason", "kunci patah di dalam"));
        await desk.ActAsync("depart", "Pulang tanpa dilayani G");
        desk.Text("#kartu .queue-marks").ShouldBe("Pulang");
        desk.Text(".incident").ShouldStartWith("Loker macet A05 sejak 09.00 kunci patah di dalam");

        var visit = desk.Visit();
        await desk.OpenAsync("/penitipan");
        desk.Page.QuerySelectorAll(".locker.jammed").Single(it => it.TextContent.Contains("A05"))
            .TextContent.ShouldContain("macet sejak 09.00");
        var incident = $"#kejadian form[action$='{visit}']";
        await desk.SubmitAsync(desk.ButtonIn(incident, "Selesai ditangani"), ("reason", "dibuka tukang kunci"));

        desk.Page.QuerySelector("[role=alert]").ShouldBeNull();
        desk.Page.QuerySelector(incident).ShouldBeNull();
        desk.Page.QuerySelectorAll(".locker.jammed").ShouldAllBe(it => !it.TextContent.Contains("A05"));
    }

    [Fact]
    public async Task Who_took_the_card_of_another_is_known_to_the_vault_alone()
    {
        var desk = await WithBagAsync("tuti", "A06");
        await desk.ActAsync("release_locker", "Tas keluar dari loker A06 T");
        await desk.TellAsync("hand_over_id", ("to", "Rahmat Hidayat"), ("reason", "kakaknya menjemput"));

        desk.Text(".incident").ShouldStartWith("Kartu diserahkan kepada orang lain sejak 09.00 kakaknya menjemput");
        await desk.OpenAsync($"/riwayat/1872/{desk.Visit()}");
        desk.Text("ol").ShouldContain("Kartu identitas diserahkan kepada orang lain. kakaknya menjemput");
        desk.Page.Body!.TextContent.ShouldNotContain("Rahmat");
    }

    [Fact]
    public async Task A_party_is_asked_person_by_person()
    {
        await site.OpenAsync("1872");
        var kiosk = await site.KioskAsync("1872");
        await kiosk.ArrivedAsync(("partySize", "2"));
        await kiosk.PressAsync(
            "Selesai, ambil nomor",
            [.. KioskSteps.Siti.Where(it => it.Item1 != "visitor.email"), ("visitor.email", "rombongan@example.org")]);
        var desk = await site.SignedInAsync("dina", Role.Staff, "1872");
        await desk.OpenAsync($"/meja/{kiosk.Visit()}");

        await desk.ActAsync("hold_id", "KTP");
        await desk.ActAsync("hold_id", "SIM");
        desk.Page.QuerySelector("#hold_id").ShouldBeNull("there are two of them");
        await desk.ActAsync("assign_locker-2", "A08");
        await desk.PressAsync("Loker macet", ("reason", "kunci patah"));

        desk.Text(".incident").ShouldStartWith("Loker macet A08");
        desk.Page.QuerySelectorAll("[id]").GroupBy(it => it.Id).ShouldAllBe(it => it.Count() == 1);
    }

    async Task<Browser> WithBagAsync(string clerk, string locker)
    {
        await site.OpenAsync("1872");
        var kiosk = await (await site.KioskAsync("1872")).SignedAsync(("visitor.email", $"{clerk}@example.org"));
        var desk = await site.SignedInAsync(clerk, Role.Supervisor, "1872");
        await desk.OpenAsync($"/meja/{kiosk.Visit()}");
        await desk.ActAsync("hold_id", "KTP");
        return await desk.ActAsync("assign_locker", locker);
    }
}
