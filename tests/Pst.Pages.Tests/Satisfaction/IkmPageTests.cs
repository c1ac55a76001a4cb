using System.Net;
using AngleSharp.Html.Dom;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Pst.Pages.Tests.Monthly;
using Pst.Pages.Tests.Support;

namespace Pst.Pages.Tests.Satisfaction;

public sealed class IkmPageTests(DemoMonth demo) : IClassFixture<DemoMonth>
{
    const string February = "periode=bulan&tanggal=2026-02-01";

    [Fact]
    public async Task Words_are_opened_by_who_may_which_is_recorded()
    {
        var supervisor = await (await demo.SignInAsync(DemoMonth.Supervisor)).OpenAsync($"/ikm?{February}");
        supervisor.Page.QuerySelector("blockquote").ShouldBeNull();
        var seen = await demo.Site.EventsAsync("details_seen");
        var button = supervisor.Page.QuerySelectorAll("main form button").OfType<IHtmlButtonElement>()
            .First(it => it.TextContent == "Buka saran");
        (await supervisor.SubmitAsync(button)).Text("blockquote").ShouldNotBeEmpty();
        (await demo.Site.EventsAsync("details_seen")).ShouldBe(seen + 1);

        var manager = await (await demo.SignInAsync(DemoMonth.Manager)).OpenAsync($"/ikm?{February}");
        manager.Page.QuerySelectorAll("main form button").ShouldNotContain(it => it.TextContent == "Buka saran");
        manager.Text("main").ShouldContain("saran. Yang membukanya penyelia atau auditor.");
        (await manager.PostWithTokenAsync("/ikm/1872", ("_comment", $"{Guid.NewGuid()}"))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Who_may_be_asked_is_a_list_of_codes_that_names_nobody_and_tells_no_time()
    {
        var seen = await demo.Site.EventsAsync("details_seen");
        var supervisor = await (await demo.SignInAsync(DemoMonth.Supervisor)).OpenAsync($"/ikm/1872/responden-skd.csv?{February}");
        var text = await supervisor.Answer.Content.ReadAsStringAsync();
        var lines = text.Split("\r\n")[..^1];
        lines[0].TrimStart('\uFEFF').ShouldBe(
            "no,kantor,edisi,jenis_kelamin,umur,disabilitas,pendidikan,pekerjaan,instansi,keperluan,kanal,kunjungan,Posisi log");
        lines.Length.ShouldBeGreaterThan(20);
        (await demo.Site.EventsAsync("details_seen")).ShouldBe(seen + lines.Length - 1); // with each of them it is recorded
        lines[1..].SelectMany(it => it.Split(',')).Where(it => !it.All(char.IsAsciiDigit)).ShouldBeEmpty();
        lines[1..].Select(it => string.Join(',', it.Split(',')[2..11])).ShouldBeInOrder(SortDirection.Ascending, StringComparer.Ordinal);
    }

    [Fact]
    public async Task Who_does_not_see_small_cells_does_not_get_that_list()
    {
        var manager = await (await demo.SignInAsync(DemoMonth.Manager)).OpenAsync($"/ikm/1872?{February}");
        manager.Text("main").ShouldNotContain("Responden SKD");
        (await manager.OpenAsync($"/ikm/1872/responden-skd.csv?{February}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_same_position_gives_the_same_bytes()
    {
        var manager = await (await demo.SignInAsync(DemoMonth.Manager)).OpenAsync($"/ikm/1872/ikm.xlsx?{February}");
        var first = await manager.Answer.Content.ReadAsByteArrayAsync();
        manager.Address.ShouldContain("&posisi=");
        (await (await manager.OpenAsync(manager.Address)).Answer.Content.ReadAsByteArrayAsync()).ShouldBe(first);
        using var book = SpreadsheetDocument.Open(new MemoryStream(first), false);
        new OpenXmlValidator().Validate(book).ShouldBeEmpty();
    }
}
