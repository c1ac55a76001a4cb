using System.Net;
using Microsoft.Extensions.Configuration;
using Pst.Domain;
using Pst.Pages.Tests.Support;
using Pst.Web.Access;
using Pst.Web.Pages.Follow;
using Pst.Web.Pages.Shared;

namespace Pst.Pages.Tests.Follow;

public sealed class FollowTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task The_ticket_holds_the_code_of_a_page_that_follows_the_visit()
    {
        await site.OpenAsync("1872");
        var kiosk = await (await site.KioskAsync("1872")).SignedAsync(("visitor.email", "kode@example.org"));
        var link = $"http://localhost{site.LinkOf("1872", kiosk.Visit())}";

        kiosk.Page.QuerySelector(".ticket-follow svg path")!.GetAttribute("d").ShouldBe(QrCode.Of(link).Path);
        var phone = await site.NewBrowser().OpenAsync(link);
        phone.Text(".ticket-number").ShouldBe(kiosk.Text(".ticket-number"));
    }

    [Fact]
    public async Task It_tells_how_many_are_before_and_then_where_to_go_and_nothing_of_the_person()
    {
        await site.OpenAsync("5272");
        var kiosk = await site.KioskAsync("5272");
        await kiosk.SignedAsync(("visitor.email", "didepan@example.org"));
        await kiosk.SignedAsync(("visitor.email", "dibelakang@example.org"));
        var (visit, phone) = (kiosk.Visit(), site.NewBrowser());

        (await FollowAsync(phone, visit)).ShouldBe("1 nomor di depan Anda.");
        phone.Text("main").ShouldContain("Anda akan dilayani hari ini sebelum pukul 15.30 WITA.");

        var desk = await site.SignedInAsync("ani", Role.Staff, "5272");
        await desk.ActAsync(visit, ["call"]);
        (await FollowAsync(phone, visit)).ShouldBe("Silakan ke meja 1.");
        await desk.ActAsync(visit, ["skip"]);
        (await FollowAsync(phone, visit)).ShouldStartWith("Nomor Anda sudah dipanggil.");
        await desk.ActAsync(visit, ["serve"]);
        (await FollowAsync(phone, visit)).ShouldBe("Anda sedang dilayani.");
        await desk.ActAsync(visit, ["depart"]);
        (await FollowAsync(phone, visit)).ShouldBe("Kunjungan Anda sudah selesai. Terima kasih.");
        phone.Page.DocumentElement.OuterHtml.ShouldNotContain("Aminah");
        phone.Page.DocumentElement.OuterHtml.ShouldNotContain("dibelakang@");
    }

    [Fact]
    public async Task A_visit_that_has_not_come_in_yet_is_waited_for_and_becomes_the_number()
    {
        await site.OpenAsync("1872");
        var kiosk = await (await site.KioskAsync("1872")).OpenAsync("/kios");
        var visit = kiosk.Page.QuerySelector("input[name=_visit]")!.GetAttribute("value")!;
        var (link, phone) = (site.LinkOf("1872", visit), site.NewBrowser());

        (await phone.OpenAsync(link)).Heading.ShouldBe("Nomor Anda belum ada");
        phone.Page.Body!.GetAttribute("data-stream").ShouldBe($"{link}/langsung");
        phone.Page.QuerySelector("noscript")!.InnerHtml.ShouldContain("refresh");
        (await phone.OpenAsync($"{link}/nilai")).Status.ShouldBe(HttpStatusCode.NotFound);

        await kiosk.TapLibraryAsync();
        await kiosk.PressAsync("Selesai, ambil nomor", KioskSteps.Siti);
        (await phone.OpenAsync(link)).Text(".ticket-number").ShouldBe(kiosk.Text(".ticket-number"));
    }

    [Fact]
    public async Task Who_knows_the_visit_but_not_the_link_sees_nothing()
    {
        await site.OpenAsync("1872");
        var kiosk = await (await site.KioskAsync("1872")).SignedAsync(("visitor.email", "tertutup@example.org"));
        var link = site.LinkOf("1872", kiosk.Visit());
        var other = new TicketLinks(new(new byte[31]), new(new ConfigurationManager()))
            .TokenOf(new("1872"), VisitId.Parse(kiosk.Visit(), null));

        string[] forged =
        [
            $"/t/{kiosk.Visit()}", $"/t/{other}", link[..^1], $"{link}A", link.Replace("/t/", "/t/A", StringComparison.Ordinal),
        ];
        foreach (var made in forged)
            (await site.NewBrowser().OpenAsync(made)).Status.ShouldBe(HttpStatusCode.NotFound, made);
        (await site.NewBrowser().OpenAsync($"/t/{other}/langsung")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_phone_hears_the_news_and_a_sixth_on_one_ticket_does_not()
    {
        await site.OpenAsync("1872");
        var kiosk = await (await site.KioskAsync("1872")).SignedAsync(("visitor.email", "ramai@example.org"));
        using var client = site.NewClient();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        List<HttpResponseMessage> lines = [];
        for (var opened = 0; opened < 6; opened++)
            lines.Add(await client.GetAsync(
                $"{site.LinkOf("1872", kiosk.Visit())}/langsung", HttpCompletionOption.ResponseHeadersRead, patience.Token));

        lines.Select(it => (int)it.StatusCode).ShouldBe([200, 200, 200, 200, 200, 429]);
        lines.ForEach(it => it.Dispose());
    }

    [Fact]
    public async Task A_small_office_shows_no_number_and_still_the_code()
    {
        await site.OpenAsync("1872");
        try
        {
            await site.OpenAsync("1872", it => it with
            {
                Local = it.Local with { Uses = new(Tickets: false, Display: false, Voice: false) },
            });
            var kiosk = await (await site.KioskAsync("1872")).SignedAsync(("visitor.email", "kecil@example.org"));
            kiosk.Heading.ShouldBe("Terima kasih. Petugas akan memanggil Anda.");
            kiosk.Page.QuerySelector(".ticket-number, [data-print]").ShouldBeNull();
            kiosk.Page.QuerySelector(".ticket-follow svg").ShouldNotBeNull();
            (await site.NewBrowser().OpenAsync(site.LinkOf("1872", kiosk.Visit()))).Heading.ShouldBe("Kunjungan Anda");
        }
        finally { await site.OpenAsync("1872"); }
    }

    async Task<string> FollowAsync(Browser phone, string visit) =>
        (await phone.OpenAsync(site.LinkOf("5272", visit))).Text(".follow-state");
}
