using Pst.Pages.Tests.Support;
using Pst.Web.Access;

namespace Pst.Pages.Tests.Desk;

/// <summary>What the desk offers to whom the office kept waiting.</summary>
public sealed class CompensationTests(Site site) : IClassFixture<Site>
{
    const string Offer = "permohonan maaf penyelia dan 5 lembar fotokopi gratis";

    [Fact]
    public async Task It_is_offered_and_given_once_the_promise_is_missed()
    {
        var desk = await WithVisitorAsync("sari", Offer);
        desk.Page.QuerySelector("#offer_compensation").ShouldBeNull();

        site.Clock.Now += TimeSpan.FromMinutes(10);
        await desk.OpenAsync($"/meja/{desk.Visit()}");
        desk.Text("#kartu").ShouldContain($"Janji waktu terlewat Kompensasi layanan: {Offer}");
        await desk.ActAsync("offer_compensation", "Tawarkan kompensasi M");
        desk.Text("#kartu").ShouldContain("Kompensasi layanan: sudah ditawarkan");
        await desk.ActAsync("give_compensation", "Catat kompensasi diserahkan M");
        desk.Text("#kartu").ShouldContain("Kompensasi layanan: sudah diserahkan");

        await desk.OpenAsync($"/riwayat/1872/{desk.Visit()}");
        desk.Text("ol").ShouldContain($"Kompensasi ditawarkan karena janji waktu terlewat: {Offer}.");
        desk.Text("ol").ShouldContain("Kompensasi diserahkan kepada pengunjung.");
    }

    [Fact]
    public async Task A_second_clerk_who_offers_it_too_is_told_and_shown_the_way_on()
    {
        var desk = await WithVisitorAsync("tuti", Offer);
        var at = $"/meja/{desk.Visit()}";
        site.Clock.Now += TimeSpan.FromMinutes(10);
        await desk.OpenAsync(at);
        var other = await (await site.SignInAsync("tuti")).OpenAsync(at);
        await desk.ActAsync("offer_compensation", "Tawarkan kompensasi M");

        await other.ActAsync("offer_compensation", "Tawarkan kompensasi M");
        other.Text("#kartu").ShouldContain("sudah ditawarkan");
        (await site.EventsAsync("compensation_offered")).ShouldBe(await site.ScalarAsync<long>(
            "select count(distinct stream_id) from pst.mt_events where type = 'compensation_offered'"));
    }

    [Fact]
    public async Task An_office_that_offers_nothing_shows_no_button()
    {
        var desk = await WithVisitorAsync("lina", null);
        site.Clock.Now += TimeSpan.FromMinutes(10);
        (await desk.OpenAsync($"/meja/{desk.Visit()}")).Text("#kartu").ShouldNotContain("Kompensasi");
    }

    async Task<Browser> WithVisitorAsync(string clerk, string? compensation)
    {
        await site.OpenAsync("1872", it => it with { Local = it.Local with { Compensation = compensation } });
        var visit = (await (await site.KioskAsync("1872")).SignedAsync(("visitor.email", $"{clerk}@example.org"))).Visit();
        return await (await site.SignedInAsync(clerk, Role.Staff, "1872")).OpenAsync($"/meja/{visit}");
    }
}
