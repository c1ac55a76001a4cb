using Pst.Pages.Tests.Support;

namespace Pst.Pages.Tests.Door;

/// <summary>The guestbook on the visitor's own phone, by the code at the door.</summary>
public sealed class DoorTests(Site site) : IClassFixture<Site>, IDisposable
{
    readonly DateTimeOffset morning = site.Clock.Now;

    [Fact]
    public async Task A_visitor_signs_on_the_own_phone_and_follows_the_queue_there()
    {
        await site.OpenAsync("1872");
        var phone = await site.NewBrowser().OpenAsync(site.DoorOf("1872"));
        await phone.TapLibraryAsync();
        phone.Heading.ShouldBe("Buku tamu");
        await phone.PressAsync("Selesai, ambil nomor", KioskSteps.Siti);
        phone.Address.ShouldStartWith("/t/");
        phone.Text(".ticket-number").ShouldBe("PS-001");
        phone.Text(".follow-state").ShouldBe("Anda yang berikutnya.");
    }

    [Fact]
    public async Task Who_comes_back_to_the_page_goes_on_where_they_were()
    {
        await site.OpenAsync("1872");
        var phone = await site.NewBrowser().OpenAsync(site.DoorOf("1872"));
        var first = phone.Address;
        await phone.TapLibraryAsync();
        (await phone.OpenAsync(first)).Heading.ShouldBe("Buku tamu");
    }

    [Theory, InlineData(0, true), InlineData(2, true), InlineData(3, false), InlineData(60, false)]
    public async Task The_code_holds_while_it_stands_there_and_a_moment_longer(int minutes, bool holds)
    {
        await site.OpenAsync("1872");
        var door = site.DoorOf("1872");
        site.Clock.Now = morning.AddMinutes(minutes);
        var phone = await site.NewBrowser().OpenAsync(door);
        phone.Heading.ShouldBe(holds ? "Selamat datang. Apa yang Anda perlukan?" : "Kode ini sudah lewat");
    }

    [Fact]
    public async Task Who_scanned_in_time_has_half_an_hour_for_the_form_and_then_sends_nothing_more()
    {
        await site.OpenAsync("1872");
        var phone = await site.NewBrowser().OpenAsync(site.DoorOf("1872"));
        site.Clock.Now = morning.AddMinutes(30);
        await phone.TapLibraryAsync();
        site.Clock.Now = morning.AddMinutes(31);
        var signed = await site.EventsAsync("guestbook_signed");
        await phone.PressAsync("Selesai, ambil nomor", KioskSteps.Siti);
        phone.Heading.ShouldBe("Kode ini sudah lewat");
        (await site.EventsAsync("guestbook_signed")).ShouldBe(signed);
    }

    [Fact]
    public async Task What_was_sealed_for_something_else_is_no_code()
    {
        await site.OpenAsync("1872");
        var ticket = site.LinkOf("1872", "00000000-0000-7000-8000-000000000001").Split('/')[^1];
        foreach (var address in (string[])[$"/d/{ticket}", $"/tamu/{ticket}", $"/tamu/{site.DoorOf("1872").Split('/')[^1]}", "/d/x"])
            (await site.NewBrowser().OpenAsync(address)).Heading.ShouldBe("Kode ini sudah lewat", address);
    }

    [Fact]
    public async Task The_screen_at_the_door_shows_another_code_each_minute_and_none_when_the_office_is_closed()
    {
        await site.OpenAsync("1872");
        var screen = await (await site.KioskAsync("1872")).OpenAsync("/pintu");
        var first = screen.Page.QuerySelector(".qr")!.InnerHtml;
        site.Clock.Now = morning.AddMinutes(1);
        (await screen.OpenAsync("/pintu")).Page.QuerySelector(".qr")!.InnerHtml.ShouldNotBe(first);
        site.Clock.Now = morning.AddHours(12);
        (await screen.OpenAsync("/pintu")).Page.QuerySelector(".qr").ShouldBeNull();
    }

    public void Dispose() => site.Clock.Now = morning;
}
