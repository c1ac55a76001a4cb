using Pst.Pages.Tests.Support;
using Pst.Web.Access;

namespace Pst.Pages.Tests.Desk;

public sealed class UndoTests(Site site) : IClassFixture<Site>
{
    const string TakeBack = "Tarik kembali Z";

    [Fact]
    public async Task A_wrong_tap_is_taken_back_and_the_history_shows_both()
    {
        var desk = await CalledAsync("sari");
        desk.Text("#undo").ShouldStartWith("Dipanggil ke meja 1.");

        await desk.PressAsync(TakeBack);

        desk.Text("#kartu .queue-marks").ShouldContain("Menunggu");
        desk.Page.QuerySelector("#undo").ShouldBeNull("the guestbook is the visitor's own word");
        await desk.OpenAsync($"/riwayat/1872/{desk.Visit()}");
        desk.Text("li[value='3'] s").ShouldBe("Dipanggil ke meja 1.");
        desk.Text("li[value='3']").ShouldContain("ditarik kembali");
        desk.Text("li[value='4']").ShouldContain("Langkah 3 ditarik kembali.");
    }

    [Fact]
    public async Task Who_was_sent_home_by_mistake_is_here_again()
    {
        var desk = await CalledAsync("budi");
        await desk.ActAsync("depart", "Pulang tanpa dilayani G");
        desk.Text("#kartu .queue-marks").ShouldBe("Pulang");

        await desk.PressAsync(TakeBack);

        desk.Text("#kartu .queue-marks").ShouldContain("Dipanggil");
        desk.Page.QuerySelector("#antrean .queue-line[aria-current]").ShouldNotBeNull();
    }

    [Fact]
    public async Task After_ten_seconds_it_is_too_late_and_a_desk_beside_never_had_the_button()
    {
        var desk = await CalledAsync("wati");
        var beside = await site.SignedInAsync("rini", Role.Staff, "1872");
        (await beside.OpenAsync($"/meja/{desk.Visit()}")).Page.QuerySelector("#undo").ShouldBeNull();

        site.Clock.Now = site.Clock.Now.AddSeconds(11);
        await desk.PressAsync(TakeBack);

        desk.Text("#undo [role=alert]").ShouldBe(
            "Waktu 10 detik untuk menarik kembali sudah lewat. Mintalah penyelia mengoreksi atau membatalkannya.");
        (await desk.OpenAsync($"/meja/{desk.Address.Split('/')[2]}")).Page.QuerySelector("#undo").ShouldBeNull();
    }

    async Task<Browser> CalledAsync(string clerk)
    {
        await site.OpenAsync("1872");
        var kiosk = await (await site.KioskAsync("1872")).SignedAsync(("visitor.email", $"{clerk}@example.org"));
        var desk = await site.SignedInAsync(clerk, Role.Supervisor, "1872");
        await desk.OpenAsync($"/meja/{kiosk.Visit()}");
        return await desk.ActAsync("call", "Panggil P");
    }
}
