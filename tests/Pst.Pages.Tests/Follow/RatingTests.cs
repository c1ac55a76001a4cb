using System.Net;
using AngleSharp.Html.Dom;
using Pst.Pages.Tests.Support;
using Pst.Web.Access;

namespace Pst.Pages.Tests.Follow;

public sealed class RatingTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task One_tap_on_the_phone_is_a_rating_and_a_second_is_none()
    {
        var (phone, _) = await ServedAsync("satu@example.org", "rina");
        var before = await site.EventsAsync("rated");

        await phone.PressLinkAsync("Beri penilaian");
        var form = phone.Page.QuerySelectorAll("button[value='3']").OfType<IHtmlButtonElement>().Single();
        (await phone.SubmitAsync(form)).Heading.ShouldBe("Terima kasih atas penilaian Anda.");
        await phone.SubmitAsync(form, ("_id", $"{Guid.CreateVersion7()}"));

        phone.Text("[role=alert]").ShouldContain("sudah dinilai");
        (await site.EventsAsync("rated")).ShouldBe(before + 1);
        (await phone.OpenAsync(phone.Address.Replace("/nilai", "", StringComparison.Ordinal).Split('?')[0]))
            .Text("main").ShouldContain("Terima kasih");
        phone.Page.QuerySelector("a[href$='/nilai']").ShouldBeNull();
    }

    [Fact]
    public async Task The_nine_elements_and_words_are_an_invitation()
    {
        var (phone, _) = await ServedAsync("sembilan@example.org", "rani");
        await phone.PressLinkAsync("Beri penilaian");
        await phone.PressLinkAsync("Nilai lebih rinci: sembilan unsur");
        phone.Page.QuerySelectorAll("fieldset").Length.ShouldBe(9);
        var form = phone.Page.QuerySelectorAll("button[value='4']").OfType<IHtmlButtonElement>().Single();
        (await phone.SubmitAsync(form, ("elements.WAKTU", "2"), ("comment", "Antre lama.")))
            .Heading.ShouldBe("Terima kasih atas penilaian Anda.");
    }

    [Fact]
    public async Task It_is_not_asked_for_before_the_service_and_not_longer_than_the_office_takes_it()
    {
        await site.OpenAsync("1872");
        var kiosk = await (await site.KioskAsync("1872")).SignedAsync(("visitor.email", "belum@example.org"));
        var waiting = await site.NewBrowser().OpenAsync($"{site.LinkOf("1872", kiosk.Visit())}/nilai");
        waiting.Address.ShouldNotContain("nilai", customMessage: "sent back to the place in the queue");

        var (phone, desk) = await ServedAsync("lewat@example.org", "rita");
        await desk.ActAsync(desk.Address.Split('/')[2], ["depart"]);
        await phone.PressLinkAsync("Beri penilaian");
        var left = site.Clock.Now;
        try
        {
            site.Clock.Now = left.AddHours(24).AddSeconds(1);
            await phone.SubmitAsync(phone.Page.QuerySelectorAll("button[value='1']").OfType<IHtmlButtonElement>().Single());
            phone.Text("[role=alert]").ShouldNotBeEmpty();
            (await phone.OpenAsync(phone.Address.Split('?')[0])).Address.ShouldNotContain("nilai");
        }
        finally { site.Clock.Now = left; }
    }

    async Task<(Browser Phone, Browser Desk)> ServedAsync(string email, string clerk)
    {
        await site.OpenAsync("1872");
        var kiosk = await (await site.KioskAsync("1872")).SignedAsync(("visitor.email", email));
        var desk = await (await site.SignedInAsync(clerk, Role.Staff, "1872")).ActAsync(kiosk.Visit(), ["serve"]);
        var phone = await site.NewBrowser().OpenAsync(site.LinkOf("1872", kiosk.Visit()));
        phone.Status.ShouldBe(HttpStatusCode.OK);
        return (phone, desk);
    }
}
