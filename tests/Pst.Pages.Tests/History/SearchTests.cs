using System.Net;
using System.Net.Http.Json;
using Pst.Pages.Tests.Support;
using Pst.Web.Access;

namespace Pst.Pages.Tests.History;

public sealed class SearchTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task An_auditor_finds_what_was_entered_late_and_a_quota_that_was_overridden_and_each_says_why()
    {
        var (late, passed) = await TwoVisitsAsync();
        var auditor = await site.SignedInAsync("audit-bima", Role.Auditor, "5272");

        await auditor.OpenAsync("/riwayat/5272?dari=2026-03-02&sampai=2026-03-02&tanda=late");
        auditor.Page.QuerySelectorAll("tbody tr").Length.ShouldBe(1);
        auditor.Text("tbody li").ShouldMatch(@"^Pengunjung datang: .* dicatat terlambat \d+ hari$");
        auditor.Page.QuerySelector("tbody li a")!.GetAttribute("href").ShouldBe($"/riwayat/5272/{late}?versi=1");

        await auditor.OpenAsync("/riwayat/5272?tanda=override");
        auditor.Text("tbody li").ShouldBe("Fotokopi 11 lembar. kuota dilampaui dengan izin");
        auditor.Page.QuerySelector("tbody li a")!.GetAttribute("href").ShouldBe($"/riwayat/5272/{passed}?versi=4");
        (await auditor.OpenAsync("/riwayat/5272?tanda=override&tanda=late")).Page.QuerySelectorAll("tbody tr").Length.ShouldBe(2);
        auditor.Page.QuerySelectorAll("input[name=tanda][checked]").Length.ShouldBe(2, "the address fills the form again");
        (await auditor.OpenAsync("/riwayat/5272?tanda=void")).Text("main").ShouldContain("Tidak ada yang cocok dengan pencarian ini.");

        var csv = await FileAsync(await site.SignInAsync("audit-bima"), "/riwayat/5272?tanda=override&handler=Csv");
        csv.Length.ShouldBe(2);
        csv[0].ShouldEndWith(",Posisi log");
        csv[1].ShouldStartWith($"5272,BPS Kota Bima,{passed},PS-0");
        csv[1].ShouldMatch(@",2026-03-02T10:00:00,WITA,.*,4,Fotokopi 11 lembar. \(kuota dilampaui dengan izin\),\d+$");
    }

    [Fact]
    public async Task An_auditor_of_all_offices_searches_all_of_them_for_a_month_at_most()
    {
        var (late, _) = await TwoVisitsAsync();
        await site.OpenAsync("1872");
        var auditor = await site.SignedInAsync("audit-nasional", Role.Auditor, null);
        await auditor.OpenAsync("/riwayat?tanda=late");
        auditor.Text("tbody").ShouldContain("BPS Kota Bima");
        auditor.Page.QuerySelectorAll("tbody a").Select(it => it.GetAttribute("href")).ShouldContain($"/riwayat/5272/{late}");
        auditor.Page.QuerySelector("input[name=dari]")!.GetAttribute("value").ShouldBe("2026-02-24", "the last week");

        await auditor.OpenAsync("/riwayat?dari=2026-01-01&sampai=2026-03-02&tanda=late");
        auditor.Text("[role=alert]").ShouldStartWith("Untuk semua kantor sekaligus, paling lama 31 hari.");
        (await auditor.OpenAsync("/riwayat?dari=2026-01-01&sampai=2026-03-02&handler=Csv")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_is_anothers_is_never_found_and_who_sees_no_events_seeks_none()
    {
        await TwoVisitsAsync();
        await site.OpenAsync("1872");
        var auditor = await site.SignedInAsync("audit-metro", Role.Auditor, "1872");
        (await auditor.OpenAsync("/riwayat?tanda=late&tanda=override")).Page.QuerySelector("tbody").ShouldBeNull();
        (await auditor.OpenAsync("/riwayat/5272?tanda=late")).Status.ShouldBe(HttpStatusCode.NotFound);

        var manager = await site.SignedInAsync("kepala-bima", Role.Manager, "5272");
        (await manager.OpenAsync("/riwayat?janji=unknown")).Status.ShouldBe(HttpStatusCode.OK);
        manager.Page.QuerySelector("[name=tanda]").ShouldBeNull();
        (await manager.OpenAsync("/riwayat?tanda=late")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_cannot_be_understood_is_said_and_nothing_is_sought()
    {
        await site.OpenAsync("1872");
        var auditor = await site.SignedInAsync("audit-teliti", Role.Auditor, "1872");
        await auditor.OpenAsync("/riwayat?nomor=PS1&dari=kemarin&tanda=late");
        auditor.Text("[role=alert]").ShouldBe("Tidak dipahami: Dari, Nomor. Perbaiki lalu cari lagi.");
        auditor.Page.QuerySelector("table").ShouldBeNull();
    }

    // One that a supervisor entered late, and one with more sheets than Bima allows.
    async Task<(Guid Late, Guid Passed)> TwoVisitsAsync()
    {
        if (await site.EventsAsync("copies_made") == 0) await MakeVisitsAsync("5272", "dara");
        return (
            await site.ScalarAsync<Guid>("select stream_id from pst.mt_events where headers ? 'late'"),
            await site.ScalarAsync<Guid>("select stream_id from pst.mt_events where type = 'copies_made'"));
    }

    async Task MakeVisitsAsync(string office, string supervisor)
    {
        await site.OpenAsync(office);
        var keys = (ApiKeys)site.Services.GetService(typeof(ApiKeys))!;
        var (_, key) = await keys.MakeAsync(Role.Supervisor, new(office), null, null, default);
        var late = Guid.CreateVersion7();
        using var api = site.NewClient();
        using var arrive = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/offices/{office}/visits/{late}/arrive")
        {
            Content = JsonContent.Create(new { channel = "offline", service = "PS", occurredAt = "2026-03-02T08:15:00+08:00" }),
            Headers = { { "Authorization", $"Bearer {key}" }, { "Idempotency-Key", $"{late}" } },
        };
        (await api.SendAsync(arrive)).StatusCode.ShouldBe(HttpStatusCode.OK);

        var kiosk = await (await site.KioskAsync(office)).SignedAsync(("visitor.email", $"{supervisor}@example.org"));
        var desk = await (await site.SignedInAsync(supervisor, Role.Supervisor, office)).ActAsync(kiosk.Visit(), ["serve"]);
        await desk.PressAsync("Catat", ("sheets", "11"), ("override.reason", "untuk skripsi"));
    }

    static async Task<string[]> FileAsync(Browser browser, string address)
    {
        await browser.OpenAsync(address);
        browser.Answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/csv");
        return (await browser.Answer.Content.ReadAsStringAsync()).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
    }
}
