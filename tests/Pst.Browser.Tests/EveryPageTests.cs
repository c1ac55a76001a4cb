using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Pst.Browser.Tests;

/// <summary>
/// What holds on every page: axe finds nothing, nothing is wider than a small phone, a first visit is small and still; whoever reads
/// English and whoever has no mouse gets everywhere.
/// </summary>
public sealed class EveryPageTests(EveryPage pages) : IClassFixture<EveryPage>
{
    const int Budget = 500_000;
    const double Still = 0.0005; // rounded to three places, as the score is told, it is 0

    // A look at these leads elsewhere; the page of errors is shown at the address that failed.
    static readonly string[] NotShown =
    [
        "bahasa", "keluar", "masuk/kode", "kantor/{office}/berkas", "riwayat/{office}/{visit}/bukti", "d/{code}", "kios/kiriman",
        "meja/berikutnya", "meja/{visit}/pindai",
        "penitipan/kejadian/{visit}", "penitipan/loker/{locker}", "perangkat/{id:guid}/cabut", "piket/email", "piket/susun", "piket/tukar",
        "galat/{code:int}", "pustaka/selesai",
    ];

    const string Shifts = """
        async () => {
            await document.fonts.ready;
            return await new Promise(tell => {
                let sum = 0;
                new PerformanceObserver(seen => { sum += seen.getEntries().reduce((all, it) => all + it.value, 0); })
                    .observe({ type: 'layout-shift', buffered: true });
                requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => tell(sum))));
            });
        }
        """;

    [Theory, InlineData("id"), InlineData("en")]
    public async Task Axe_finds_nothing_by_day_and_by_night(string language) => (await pages.WalkAsync(language)).Axe.ShouldBeEmpty();

    [Fact]
    public async Task No_page_complains()
    {
        foreach (var language in (string[])["id", "en"]) await pages.WalkAsync(language);
        ShouldHaveNoComplaints();
    }

    [Fact]
    public async Task Nothing_scrolls_sideways_on_a_small_phone() => (await pages.WalkAsync("id")).Wide.ShouldBeEmpty();

    [Fact]
    public async Task Whatever_can_be_pressed_is_reached_by_the_tab_key() => (await pages.WalkAsync("id")).Unreached.ShouldBeEmpty();

    [Fact]
    public async Task No_sentence_stays_Indonesian_for_who_reads_English() => (await pages.WalkAsync("en")).Untranslated.ShouldBeEmpty();

    [Fact]
    public async Task A_first_visit_is_small_and_nothing_moves()
    {
        var findings = new List<string>();
        foreach (var stop in pages.Stops.Where(it => it.Act is null))
        {
            var page = await pages.OpenAsync(stop.Who, new());
            var bytes = await FetchedAsync(page, stop.Address);
            var moved = await page.EvaluateAsync<double>(Shifts);
            if (bytes > Budget || moved >= Still) findings.Add($"{stop.Address}: {bytes} bytes, layout shift {moved}");
            await page.Context.CloseAsync();
        }
        findings.ShouldBeEmpty();
        ShouldHaveNoComplaints();
    }

    [Fact]
    public async Task No_page_is_left_out()
    {
        var services = pages.Chromium.Site.Services;
        var known = services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items;
        var loader = services.GetRequiredService<PageLoader>();
        var shown = new List<string>();
        foreach (var page in known.OfType<PageActionDescriptor>())
            if ((await loader.LoadAsync(page, new())).HandlerMethods.Any(it => it.HttpMethod == "Get"))
                shown.Add(page.AttributeRouteInfo!.Template!);

        shown.Except(NotShown).Where(it => !pages.Stops.Any(stop => IsAt(it, stop.Address))).ShouldBeEmpty();
    }

    static bool IsAt(string template, string address) =>
        new TemplateMatcher(TemplateParser.Parse(template), []).TryMatch(address.Split('?')[0], []);

    /// <summary>Bytes over the wire, headers and all; the stream of news goes on and is not among them.</summary>
    static async Task<double> FetchedAsync(IPage page, string address)
    {
        var bytes = 0.0;
        var wire = await page.Context.NewCDPSessionAsync(page);
        wire.Event("Network.loadingFinished").OnEvent += (_, told) => bytes += told!.Value.GetProperty("encodedDataLength").GetDouble();
        await wire.SendAsync("Network.enable");
        await page.GotoAsync(address);
        return bytes;
    }

    // A browser says of every page that is not found that it is not found.
    void ShouldHaveNoComplaints() => pages.Chromium.Complaints.Where(it => !it.Contains("/tidak-ada")).ShouldBeEmpty();
}
