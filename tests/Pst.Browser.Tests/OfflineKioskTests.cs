using Microsoft.Playwright;
using Pst.Web.Access;
using static Microsoft.Playwright.Assertions;

namespace Pst.Browser.Tests;

/// <summary>A kiosk whose network is cut, and is back.</summary>
public sealed class OfflineKioskTests(Chromium chromium) : IClassFixture<Chromium>
{
    // All that the tablet has written down, but for the sealed bytes.
    const string Written = """
        async () => {
            const database = await new Promise(done => { const it = indexedDB.open('pst-kiosk'); it.onsuccess = () => done(it.result); });
            const all = await Promise.all(['forms', 'slips', 'settings'].map(store => new Promise(done => {
                const it = database.transaction(store).objectStore(store).getAll();
                it.onsuccess = () => done(it.result);
            })));
            const pages = await (await caches.open('pst-kiosk')).matchAll();
            const boxes = all[0].map(it => new TextDecoder('latin1').decode(it.box));
            return JSON.stringify(all) + boxes.join() + (await Promise.all(pages.map(it => it.clone().text()))).join();
        }
        """;

    [Fact]
    public async Task Three_visitors_sign_in_during_a_cut_and_have_three_tickets_once_when_the_line_is_back()
    {
        await chromium.Site.OpenAsync("1872");
        var desk = await chromium.SignedInAsync("sari", Role.Staff, "1872");
        await desk.GotoAsync("/meja");
        var kiosk = await chromium.ReadyKioskAsync("1872");

        await kiosk.Context.SetOfflineAsync(true);
        await kiosk.TakeThreeNumbersAsync();
        var written = await kiosk.EvaluateAsync<string>(Written);
        written.ShouldNotContain("Rahayu");
        written.ShouldNotContain("@example.org");

        await kiosk.Context.SetOfflineAsync(false);
        await Expect(kiosk.Locator(".ticket-number")).ToHaveTextAsync("PS-003");
        await Expect(desk.Locator(".queue-line")).ToHaveCountAsync(3);
        await kiosk.GotoAsync("/kios");
        await Expect(kiosk.Locator(".kiosk-line")).ToContainTextAsync("Nomor sementara S-1 menjadi PS-001.");
        await Expect(kiosk.Locator(".kiosk-line")).ToContainTextAsync("Nomor sementara S-3 menjadi PS-003.");
        (await RecordedAsync("arrived")).ShouldBe(3);
        (await RecordedAsync("guestbook_signed")).ShouldBe(3);
    }

    [Fact]
    public async Task A_line_that_breaks_in_the_middle_of_the_guestbook_costs_nobody_what_they_typed()
    {
        await chromium.Site.OpenAsync("5272");
        var kiosk = await chromium.ReadyKioskAsync("5272");
        await kiosk.TakeNumberAsync("Made", "made@example.org", page => page.Context.SetOfflineAsync(true));
        await Expect(kiosk.Locator(".ticket-number")).ToHaveTextAsync("S-1");
        chromium.Site.Clock.Now = chromium.Site.Clock.Now.AddMinutes(2); // the browser's clock goes, and ours stands still
        await kiosk.Context.SetOfflineAsync(false);
        await Expect(kiosk.Locator(".ticket-number")).ToHaveTextAsync("PS-001");
        await Expect(kiosk.GetByText("sebelum pukul 15.30 WITA").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Without_a_line_the_kiosk_speaks_both_languages_and_comes_back_by_itself()
    {
        await chromium.Site.OpenAsync("1872");
        var kiosk = await chromium.ReadyKioskAsync("1872");
        await kiosk.Context.SetOfflineAsync(true);
        await kiosk.GotoAsync("/kios");
        await Expect(kiosk.Locator(".kiosk-line")).ToContainTextAsync("Jaringan terputus.");
        await kiosk.GetByRole(AriaRole.Link, new() { Name = "English" }).ClickAsync();
        await Expect(kiosk.GetByRole(AriaRole.Heading, new() { Name = "Welcome. What do you need?" })).ToBeVisibleAsync();
        await kiosk.Context.SetOfflineAsync(false);
        await Expect(kiosk.Locator("body.offline")).ToHaveCountAsync(0);
    }

    Task<long> RecordedAsync(string type) =>
        chromium.Site.ScalarAsync<long>($"select count(*) from pst.mt_events where tenant_id = '1872' and type = '{type}'");
}
