using Microsoft.Playwright;
using Pst.Testing;
using Pst.Web.Access;
using static Microsoft.Playwright.Assertions;

namespace Pst.Browser.Tests;

public sealed partial class DayTests
{
    [Fact]
    public async Task A_day_in_Bima_where_the_copies_run_out_and_the_supervisor_allows_more()
    {
        chromium.Site.Clock.Now = new StoppedClock().Now;
        await chromium.Site.OpenAsync("5272");
        var kiosk = await chromium.KioskAsync("5272");
        var desk = await chromium.SignedInAsync("dewi", Role.Staff, "5272");
        await ServeAsync(kiosk, desk, "made@example.org", used: 0);
        foreach (var used in (int[])[5, 10])
        {
            await desk.ActAsync("make_copies", "+5");
            await Expect(desk.GetByText($"Fotokopi hari ini {used} / 10 lembar")).ToBeVisibleAsync();
        }
        await ShouldBeRefusedAsync(desk);
        await AllowAsync(await chromium.SignedInAsync("wulan", Role.Supervisor, "5272"), desk.Url);
        await LeaveAsync(desk);

        await ServeAsync(kiosk, desk, "ayu@example.org", used: 0); // a limit for each
        await LeaveAsync(desk);
        chromium.Site.Clock.Now += TimeSpan.FromHours(2);
        await ServeAsync(kiosk, desk, "made@example.org", used: 13); // a limit for the day, not for the visit
        await ShouldBeRefusedAsync(desk);
        (await SheetsAsync("")).ShouldBe("5 5 3");
        (await SheetsAsync("and data -> 'Override' ->> 'Reason' is not null")).ShouldBe("3");
        ShouldHaveNoComplaints();
    }

    static async Task ServeAsync(IPage kiosk, IPage desk, string email, int used)
    {
        var ticket = await kiosk.TakeNumberAsync("Made Wirawan", email);
        await desk.GotoAsync("/meja");
        (await OfficeAtWork.CallAsync(desk)).ShouldBe(ticket);
        await desk.Keyboard.PressAsync("l");
        await Expect(desk.Locator("#make_copies")).ToBeVisibleAsync();
        await Expect(desk.GetByText($"Fotokopi hari ini {used} / 10 lembar")).ToBeVisibleAsync();
    }

    static async Task LeaveAsync(IPage desk)
    {
        await desk.Keyboard.PressAsync("g");
        await Expect(desk.Locator("#depart")).ToBeHiddenAsync();
    }

    /// <summary>One sheet more is too much, and a clerk is not asked for a reason: it is not theirs to allow.</summary>
    static async Task ShouldBeRefusedAsync(IPage desk)
    {
        await desk.ActAsync("make_copies", "+1");
        await Expect(desk.GetByRole(AriaRole.Alert)).ToContainTextAsync("Jatah fotokopi terlampaui; sisa 0 lembar");
        await Expect(desk.Locator("#copies-reason")).ToBeHiddenAsync();
    }

    static async Task AllowAsync(IPage supervisor, string card)
    {
        await supervisor.GotoAsync(card);
        await supervisor.Locator("#sheets").FillAsync("3");
        await supervisor.Locator("#sheets").PressAsync("Enter");
        await supervisor.Locator("#copies-reason").FillAsync("Bahan sidang besok pagi");
        await supervisor.Locator("#copies-reason").PressAsync("Enter");
        await Expect(supervisor.GetByText("Fotokopi hari ini 13 / 10 lembar")).ToBeVisibleAsync();
    }

    Task<string> SheetsAsync(string which) => chromium.Site.ScalarAsync<string>($"""
        select string_agg(data ->> 'Sheets', ' ' order by seq_id) from pst.mt_events
        where tenant_id = '5272' and type = 'copies_made' {which}
        """);
}
