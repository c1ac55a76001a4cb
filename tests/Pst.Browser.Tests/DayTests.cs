using Microsoft.Playwright;
using Pst.Pages.Tests.Support;
using Pst.Testing;
using Pst.Web.Access;
using static Microsoft.Playwright.Assertions;

namespace Pst.Browser.Tests;

/// <summary>A whole day of an office, on all its screens, and in the end what the log holds of it.</summary>
public sealed partial class DayTests(Chromium chromium) : IClassFixture<Chromium>
{
    // How often what happened in Metro, to visitors and to the day.
    const string Log = """
        select string_agg(type || ' ' || many, ', ' order by type) from (
            select type, count(*) many from pst.mt_events where tenant_id = '1872' and (type = 'day_closed'
                or stream_id in (select stream_id from pst.mt_events where type = 'arrived')) group by type) counted
        """;

    [Fact]
    public async Task A_day_in_Metro_with_two_desks_a_kiosk_a_display_and_twelve_visitors()
    {
        chromium.Site.Clock.Now = new StoppedClock().Now;
        var office = await OfficeAtWork.OpenAsync(chromium, "1872", "sari", "rini");
        await BeginAsync(office);
        await CutAsync(office);
        await PassOverAsync(office);
        var served = new List<string>();
        foreach (var left in (int[])[6, 4, 2, 0])
        {
            served.AddRange(await office.CallAtOnceAsync());
            await office.ServeAsync();
            await office.ShouldWaitAsync(left);
        }
        served.Order().ShouldBe(["KS-001", "PS-006", "PS-007", "PS-008", "PS-009", "PS-010", "PS-011", "PS-012"]);
        await CloseAsync();
        (await chromium.Site.ScalarAsync<string>(Log)).ShouldBe(
            "arrived 12, called 12, day_closed 1, departed 11, guestbook_signed 12, id_held 1, locker_assigned 1, "
            + "served 11, service_ended 11, skipped 1, transferred 1");
        ShouldHaveNoComplaints();
    }

    /// <summary>One who stays and reads, with a bag in the locker; then a group, and one who goes before it.</summary>
    static async Task BeginAsync(OfficeAtWork office)
    {
        var (kiosk, desk) = (office.Kiosk, office.Desks[0]);
        await desk.LeaveBagAsync(await kiosk.TakeNumberAsync("Siti Aminah", "siti@example.org"));
        var group = await kiosk.TakeNumberAsync("SMP Negeri 1", "smp@example.org", 30, "Tidak perlu");
        var first = await kiosk.TakeNumberAsync("Sutinah", "sutinah@example.org", 1, "Lanjut usia");
        await office.ShouldWaitAsync(2);
        await Expect(Line(desk, group)).ToContainTextAsync("30 orang");
        await Expect(Line(desk, first)).ToContainTextAsync("giliran berikutnya");
        await Expect(Line(desk, first)).ToContainTextAsync("Lanjut usia");
        (await office.CallAtOnceAsync()).Order().ShouldBe([group, first]);
        await office.ServeAsync();
    }

    /// <summary>Three sign in at the kiosk without a line, six are taken in by a clerk meanwhile.</summary>
    async Task CutAsync(OfficeAtWork office)
    {
        await office.Kiosk.Context.SetOfflineAsync(true);
        await office.Kiosk.TakeThreeNumbersAsync();
        var clerk = await chromium.Site.SignInAsync("rini");
        foreach (var guest in Enumerable.Range(1, 6)) await clerk.SignedAsync(("visitor.email", $"tamu{guest}@example.org"));
        await office.ShouldWaitAsync(6);

        chromium.Site.Clock.Now += TimeSpan.FromMinutes(2); // the browser's clock goes, and ours stands still
        await office.Kiosk.Context.SetOfflineAsync(false);
        await Expect(office.Kiosk.Locator(".ticket-number")).ToHaveTextAsync("PS-012");
        await office.ShouldWaitAsync(9);
    }

    /// <summary>One is called and does not come, another has come for something else.</summary>
    static async Task PassOverAsync(OfficeAtWork office)
    {
        var (desk, other) = (office.Desks[0], office.Desks[1]);
        (await OfficeAtWork.CallAsync(desk)).ShouldBe("PS-004");
        await Expect(office.Display.Locator(".display-ticket")).ToHaveTextAsync("PS-004");
        await desk.Keyboard.PressAsync("w");
        await Expect(desk.Locator("#antrean")).ToContainTextAsync("Dilewati 1");

        await Line(other, "PS-005").ClickAsync();
        await other.Locator("#transfer-to").SelectOptionAsync("KS");
        await other.ActAsync("transfer", "Alihkan A");
        await Expect(other.Locator(".card-ticket")).ToContainTextAsync("KS-001 Konsultasi statistik");
        await office.ShouldWaitAsync(8);
    }

    /// <summary>Who was passed over is gone without a word, and who read on has left the bag.</summary>
    async Task CloseAsync()
    {
        chromium.Site.Clock.Now = new(2026, 3, 2, 15, 20, 0, TimeSpan.FromHours(7));
        var lina = await chromium.SignedInAsync("lina", Role.Supervisor, "1872");
        await lina.GotoAsync("/meja");
        await Expect(lina.GetByText("Tepat waktu hari ini 91,7% (11 dari 12)")).ToBeVisibleAsync();
        await lina.GotoAsync("/penitipan/tutup-hari");
        await Expect(lina.Locator(".day-steps > li").Nth(0)).ToContainTextAsync("PS-004");
        await Expect(lina.Locator(".day-steps > li").Nth(1)).ToContainTextAsync("PS-001 Loker A03");
        await lina.GetByLabel("Penjelasan, bila ada").FillAsync("Ditelepon, datang besok pagi.");
        await lina.CountAsync();
        await Expect(lina.GetByRole(AriaRole.Heading, new() { Name = "Berita acara penutupan hari" })).ToBeVisibleAsync();
        await Expect(lina.Locator("main .day-list")).ToContainTextAsync("PS-001 SIM");
        await Expect(lina.Locator(".signatures")).ToContainTextAsync("lina");
    }

    static ILocator Line(IPage desk, string ticket) => desk.Locator(".queue-line", new() { HasText = ticket });

    // A cut line is what the browser complains of first.
    void ShouldHaveNoComplaints() => chromium.Complaints.Where(it => !it.Contains("ERR_INTERNET_DISCONNECTED")).ShouldBeEmpty();
}
