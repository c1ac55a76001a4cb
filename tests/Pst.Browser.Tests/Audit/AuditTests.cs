using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Pst.Testing;
using Pst.Web.Access;
using static Microsoft.Playwright.Assertions;

namespace Pst.Browser.Tests.Audit;

/// <summary>
/// An auditor's morning: what was entered late, what was let past a rule, is it all as it was? And what is seen once somebody with every
/// right over the database has changed one byte.
/// </summary>
public sealed class AuditTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task An_auditor_finds_steps_through_takes_home_and_would_see_a_change_of_one_byte()
    {
        var site = chromium.Site;
        await site.OpenAsync(Entered.Office);
        var entered = await Entered.AtAsync(site);
        await entered.LateAsync("2026-02-27T09:");
        var visit = await entered.PastTheLimitAsync(13, "skripsi, disetujui kepala");
        var auditor = await chromium.SignedInAsync("audi", Role.Auditor, null);

        await FindAsync(auditor, "dicatat susulan");
        await StepThroughTheLateEntryAsync(auditor);
        await FindAsync(auditor, "aturan dilampaui dengan izin");
        await StepThroughTheOverrideAsync(auditor);

        await site.SignLogAsync();
        await ShouldBeProvenAtHomeAsync(auditor);
        await ShouldBeSeenAsync(auditor, visit);
        chromium.Complaints.ShouldBeEmpty();
    }

    // By the search, to the first visit that it finds.
    static async Task FindAsync(IPage auditor, string mark)
    {
        await auditor.GotoAsync($"/riwayat/{Entered.Office}");
        await auditor.Locator("[name=dari]").FillAsync("2026-02-01");
        await auditor.GetByLabel(mark, new() { Exact = true }).CheckAsync();
        await auditor.GetByRole(AriaRole.Button, new() { Name = "Cari", Exact = true }).ClickAsync();
        await Expect(auditor.Locator("tbody tr")).ToHaveCountAsync(1);
        await auditor.Locator("tbody a").First.ClickAsync();
    }

    static async Task StepThroughTheLateEntryAsync(IPage auditor)
    {
        await Expect(auditor.Locator("#langkah-2 .mark.warn")).ToContainTextAsync("entri susulan, dicatat");
        await Expect(auditor.Locator("#langkah-2")).ToContainTextAsync("oleh Penyelia Buku kertas");
        await Expect(auditor.Locator("#sla-title")).ToContainTextAsync("✓ terpenuhi");

        await auditor.GetByRole(AriaRole.Slider).FocusAsync();
        await auditor.Keyboard.PressAsync("Home");
        await Expect(auditor.Locator("#state-title")).ToHaveTextAsync("Keadaan pada langkah 1 dari 4");
        await Expect(auditor.Locator("#sla-title")).ToContainTextAsync("tidak diketahui");
        await auditor.Keyboard.PressAsync("ArrowRight");
        await Expect(auditor.Locator("#state .changed").First).ToContainTextAsync("tadinya Baru datang");
        await auditor.GetByRole(AriaRole.Link, new() { Name = "Langkah berikutnya" }).ClickAsync();
        await Expect(auditor.Locator("#state .changed").First).ToContainTextAsync("tadinya Menunggu");
        await Expect(auditor.Locator("#langkah-4")).ToHaveClassAsync(new Regex("is-later"));
    }

    static async Task StepThroughTheOverrideAsync(IPage auditor)
    {
        await Expect(auditor.Locator("#langkah-4 .mark.warn")).ToHaveTextAsync("aturan dilampaui dengan izin");
        await Expect(auditor.Locator("#langkah-4 q")).ToHaveTextAsync("skripsi, disetujui kepala");
        await auditor.GetByRole(AriaRole.Slider).FocusAsync();
        await auditor.Keyboard.PressAsync("End");
        await auditor.Keyboard.PressAsync("ArrowLeft");
        await Expect(auditor.Locator("#state-title")).ToHaveTextAsync("Keadaan pada langkah 4 dari 5");
        await Expect(auditor.Locator("#state .changed").Filter(new() { HasText = "Melebihi jatah dengan izin" })).ToHaveCountAsync(1);
        await Expect(auditor.Locator("#state .changed").Filter(new() { HasText = "Lembar fotokopi" })).ToContainTextAsync("13");
    }

    // The key is known from before: the office's administrator has printed it.
    async Task ShouldBeProvenAtHomeAsync(IPage auditor)
    {
        await auditor.ReloadAsync();
        await Expect(auditor.Locator("#proof")).ToContainTextAsync("✓ keaslian terverifikasi");
        var taken = await auditor.RunAndWaitForDownloadAsync(() => auditor.GetByText("Unduh bukti (ZIP)").ClickAsync());
        var bundle = $"{await TemporaryFolder.NameAsync()}.zip";
        await taken.SaveAsAsync(bundle);
        var key = (await chromium.Site.RunAsync("log-key")).Said.Split('\n').Last(it => it.Contains('+'));

        var (status, said) = await CommandLine.VerifierAsync(bundle, key);

        File.Delete(bundle);
        said.ShouldContain("valid: 5 events of the log ");
        status.ShouldBe(0, said);
    }

    async Task ShouldBeSeenAsync(IPage auditor, string visit)
    {
        var site = chromium.Site;
        await site.TamperAsync(
            $"""
            update pst.mt_events set data = replace(data::text, '"Sheets": 13', '"Sheets": 12')::jsonb
            where stream_id = '{visit}' and type = 'copies_made'
            """);
        var position = await site.ScalarAsync<long>(
            $"select position from pst.log_leaf join pst.mt_events using (seq_id) where stream_id = '{visit}' and type = 'copies_made'");

        var (status, said) = await site.RunAsync("verify");
        said.ShouldContain($"The first bad position is {position} of ");
        status.ShouldBe(1);

        var admin = await chromium.SignedInAsync("ika", Role.Admin, null);
        await admin.GotoAsync("/operasi");
        await Expect(admin.GetByRole(AriaRole.Alert)).ToContainTextAsync("Ada yang perlu dilihat");
        await Expect(admin.Locator(".text-danger")).ToContainTextAsync($"tidak utuh. Posisi pertama yang salah: {position}");
        await auditor.ReloadAsync();
        await Expect(auditor.GetByRole(AriaRole.Alert)).ToContainTextAsync($"Tidak sama dengan yang ditandatangani: posisi {position}.");
    }
}
