using System.Net;
using AngleSharp.Html.Dom;
using Pst.Pages.Tests.Support;
using Pst.Web.Access;

namespace Pst.Pages.Tests.Feedback;

public sealed class FeedbackTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task A_low_rating_shows_after_the_visitor_has_left_without_number_or_name_and_its_words_when_opened()
    {
        await site.OpenAsync("1872");
        var kiosk = await (await site.KioskAsync("1872")).SignedAsync(("visitor.email", "kecewa@example.org"), ("visitor.name", "Kirana"));
        var (visit, ticket) = (kiosk.Visit(), kiosk.Text(".ticket-number"));
        var supervisor = await (await site.SignedInAsync("yuni", Role.Supervisor, "1872")).ActAsync(visit, ["serve"]);
        await RateAsync(visit, "1", "Menunggu terlalu lama.");

        (await supervisor.OpenAsync("/penilaian")).Text("main").ShouldContain("Belum ada penilaian.");
        await supervisor.ActAsync(visit, ["depart"]);
        await supervisor.OpenAsync("/penilaian");
        supervisor.Text("article h3").ShouldBe("Tidak puas · 2 Maret 2026");
        supervisor.Text("article").ShouldContain("Kecepatan waktu: Kurang puas");
        foreach (var hidden in (string[])[ticket, visit, "Kirana", "kecewa@", "Menunggu terlalu lama."])
            supervisor.Page.QuerySelector("main")!.OuterHtml.ShouldNotContain(hidden);

        var seen = await site.EventsAsync("details_seen");
        (await supervisor.PressAsync("Buka saran")).Text("blockquote").ShouldBe("Menunggu terlalu lama.");
        (await site.EventsAsync("details_seen")).ShouldBe(seen + 1);
    }

    [Fact]
    public async Task A_manager_sees_marks_and_opens_no_words()
    {
        await site.OpenAsync("5272");
        var kiosk = await (await site.KioskAsync("5272")).SignedAsync(("visitor.email", "kurang@example.org"));
        var desk = await (await site.SignedInAsync("yanti", Role.Staff, "5272")).ActAsync(kiosk.Visit(), ["serve"]);
        await RateAsync(kiosk.Visit(), "2", "Kursinya kurang.", "5272");
        await desk.ActAsync(kiosk.Visit(), ["depart"]);

        var manager = await (await site.SignedInAsync("yanuar", Role.Manager, "5272")).OpenAsync("/penilaian");
        manager.Text("article h3").ShouldStartWith("Kurang puas");
        manager.Page.QuerySelector("article button").ShouldBeNull();
        (await manager.PostWithTokenAsync("/penilaian/5272", ("_comment", $"{Guid.NewGuid()}"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await desk.OpenAsync("/penilaian")).Status.ShouldBe(HttpStatusCode.Forbidden, "who serves is not who is told");
    }

    async Task RateAsync(string visit, string mark, string words, string office = "1872")
    {
        var phone = await site.NewBrowser().OpenAsync($"{site.LinkOf(office, visit)}/nilai?rinci=true");
        var form = phone.Page.QuerySelectorAll($"button[value='{mark}']").OfType<IHtmlButtonElement>().Single();
        await phone.SubmitAsync(form, ("elements.WAKTU", "2"), ("elements.SARANA", "4"), ("comment", words));
        phone.Heading.ShouldBe("Terima kasih atas penilaian Anda.");
    }
}
