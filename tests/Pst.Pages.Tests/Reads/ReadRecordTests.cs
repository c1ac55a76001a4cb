using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Pst.Domain;
using Pst.Pages.Tests.Support;
using Pst.Web.Access;
using Pst.Web.Hosting;
using Pst.Web.Vault;

namespace Pst.Pages.Tests.Reads;

/// <summary>Who looks at whose data is recorded before it shows, whatever shows it.</summary>
public sealed class ReadRecordTests(Site site) : IClassFixture<Site>
{
    static readonly Caller Auditor = new("user:a", Role.Auditor, new("1872"));

    [Fact]
    public async Task What_was_opened_and_why_stands_in_the_log_and_the_typed_reason_in_the_vault()
    {
        var (_, visit) = await WithVisitorAsync("rina");
        var visitor = await VisitorOfAsync(visit);
        var purpose = new ReadPurpose(Seen.Details, SeenFor.LegalRequest, "surat Bu Rahmawati", VisitId.Parse(visit, null));
        (await File.OpenAsync(new("1872"), visitor, purpose, Auditor, default))!.Email.ShouldBe("rina@example.org");

        var last = $"from pst.mt_events where type = 'details_seen' and stream_id = '{visitor}' order by version desc limit 1";
        (await site.ScalarAsync<string>($"select data ->> 'What' || ' ' || (data ->> 'Purpose') || ' ' || (data ->> 'Visit') {last}"))
            .ShouldBe($"1 7 {visit}");
        (await site.ScalarAsync<string>($"select body from vault.text where id = (select (data ->> 'ReasonRef')::uuid {last})"))
            .ShouldBe("surat Bu Rahmawati");
        (await site.ScalarAsync<long>("select count(*) from pst.mt_events where data::text like '%Rahmawati%'")).ShouldBe(0);
    }

    [Fact]
    public async Task A_card_that_stays_on_the_screen_is_one_look_until_half_an_hour_is_over()
    {
        var (desk, visit) = await WithVisitorAsync("rani");
        await desk.OpenAsync($"/meja/{visit}");
        await desk.ActAsync("hold_id", "KTP", ("number", "1872014507908888"));
        desk.Text("#kartu").ShouldContain("8888");
        var seen = await site.EventsAsync("details_seen");
        await desk.OpenAsync($"/meja/{visit}");
        (await site.EventsAsync("details_seen")).ShouldBe(seen);
        site.Clock.Now += Looks.Span;
        await desk.OpenAsync($"/meja/{visit}");
        (await site.EventsAsync("details_seen")).ShouldBe(seen + 1);
    }

    [Fact]
    public async Task What_cannot_be_recorded_is_not_shown()
    {
        var (desk, visit) = await WithVisitorAsync("rika");
        await desk.OpenAsync($"/meja/{visit}/data");
        await using var other = await site.Services.GetRequiredService<PstDatabase>().Worker.OpenConnectionAsync();
        await using var until = await other.BeginTransactionAsync();
        await using var standsInTheWay = other.CreateCommand();
        standsInTheWay.CommandText = "select pg_advisory_xact_lock(hashtextextended('reads/1872', 0))";
        await standsInTheWay.ExecuteNonQueryAsync();

        await desk.PressAsync("Buka data");
        desk.Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        desk.Page.Body!.TextContent.ShouldNotContain("rika@");
    }

    [Fact]
    public async Task Of_many_who_look_at_once_each_is_recorded()
    {
        List<VisitorId> visitors = [];
        foreach (var name in (string[])["satu", "dua", "tiga"]) visitors.Add(await VisitorOfAsync((await WithVisitorAsync(name)).Visit));
        var before = await site.EventsAsync("details_seen");
        await Task.WhenAll(Enumerable.Range(0, 32).Select(it => File.OpenAsync(
            new("1872"), it % 2 == 0 ? visitors : [.. visitors.AsEnumerable().Reverse()], new(Seen.Details, SeenFor.Audit),
            Auditor with { Id = $"user:{it}" }, default)));
        (await site.EventsAsync("details_seen")).ShouldBe(before + 32 * 3);
    }

    VisitorFile File => site.Services.GetRequiredService<VisitorFile>();

    async Task<VisitorId> VisitorOfAsync(string visit) =>
        new(await site.ScalarAsync<Guid>($"select visitor from vault.signing where visit = '{visit}'"));

    async Task<(Browser Desk, string Visit)> WithVisitorAsync(string name)
    {
        await site.OpenAsync("1872");
        var kiosk = await (await site.KioskAsync("1872")).SignedAsync(("visitor.email", $"{name}@example.org"));
        return (await site.SignedInAsync(name, Role.Staff, "1872"), kiosk.Visit());
    }
}
