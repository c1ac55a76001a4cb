using Pst.Api.Tests.Support;
using Pst.Testing;

namespace Pst.Api.Tests.Live;

/// <summary>Whoever lost the line and comes back hears all that happened in the office meanwhile, once, and nothing of another's.</summary>
public sealed class ResumeTests(RunningApi api) : IClassFixture<RunningApi>
{
    const int Seed = 20260302;

    // It is opened, and its standard adopted.
    const int OfTheOffice = 2;

    [Fact]
    public async Task Who_hangs_up_over_and_over_while_others_write_misses_none_and_hears_none_twice()
    {
        var (ours, theirs) = (await api.OpenAsync(), await api.OpenAsync("5272"));
        var here = new Writers(await ours.AsAsync("staff"), ours.Path);
        var there = new Writers(await theirs.AsAsync("staff"), theirs.Path);
        var clients = await Task.WhenAll(Enumerable.Range(0, 3).Select(async _ => new Listener(await ours.AsAsync("kiosk"), ours.Path)));

        var writing = Task.WhenAll(here.WriteAsync(4, 25), there.WriteAsync(2, 25));
        await Task.WhenAll([writing, .. clients.Select((it, number) => HearAllAsync(it, 4 * 25 * 5, new(Seed + number)))]);

        foreach (var client in clients) ShouldHaveHeard(client, here);
    }

    [Fact]
    public async Task Who_was_away_while_the_program_was_started_anew_goes_on_where_the_line_broke()
    {
        await using var program = await StartedProgram.StartAsync(await PostgresServer.CreateMigratedAsync());
        using var http = new HttpClient { BaseAddress = program.Address };
        var admin = new Caller(http, ("Authorization", $"Bearer {StartedProgram.AdminKey}"));
        var office = "/api/v1/offices/1872";
        await admin.PutAsync(office, await File.ReadAllTextAsync(Shared.File("offices/1872.json")));
        var key = (await admin.PostAsync("/api/v1/keys", """{"office":"1872","role":"staff"}""")).Json.GetProperty("key").GetString();
        var clerk = new Caller(http, ("Authorization", $"Bearer {key}"));
        var (writers, client) = (new Writers(clerk, office), new Listener(clerk, office));

        await writers.WriteAsync(8, 15);
        await client.HearAsync(20, "?after=0");
        program.Kill();
        program.Restart();
        await program.ReadyAsync();
        // More than a page of the log lies behind the restart, and some comes while it is read.
        await Task.WhenAll(writers.WriteAsync(4, 5), HearAllAsync(client, (8 * 15 * 5) + (4 * 5 * 5), new(Seed)));

        ShouldHaveHeard(client, writers);
    }

    [Fact]
    public async Task The_address_says_where_to_begin_and_the_header_where_to_go_on()
    {
        var office = await api.OpenAsync();
        await office.ServedAsync("sari");
        var all = new Listener(await office.AsAsync("kiosk"), office.Path);
        await all.HearAsync(5, "?after=0");

        var begun = new Listener(await office.AsAsync("kiosk"), office.Path);
        await begun.HearAsync(1, $"?after={all.Heard[0].Position}");
        await begun.HearAsync(3, "?after=0");

        all.Heard.Select(it => it.Type).ShouldBe(["office_opened", "standard_adopted", "arrived", "guestbook_signed", "served"]);
        begun.Heard.ShouldBe(all.Heard.Skip(1));
    }

    [Fact]
    public async Task Without_either_it_begins_now()
    {
        var office = await api.OpenAsync();
        await office.SignedAsync("sari");
        var kiosk = await office.AsAsync("kiosk");
        await new Listener(kiosk, office.Path).HearAsync(4, "?after=0");

        var (client, visit) = (new Listener(kiosk, office.Path), "");
        await client.HearAsync(2, meanwhile: async () => visit = await office.SignedAsync("budi"));

        client.Heard.Select(it => (it.Visit, it.Version)).ShouldBe([(visit, 1), (visit, 2)]);
    }

    [Theory, InlineData("?after=x"), InlineData("?after=-1"), InlineData("?after=1.5"), InlineData("?after=99999999999999999999")]
    public async Task A_position_that_is_none_is_invalid(string query)
    {
        var office = await api.OpenAsync();

        (await (await office.AsAsync("kiosk")).GetAsync($"{office.Path}/stream{query}")).WrongFields.ShouldBe(["after"]);
    }

    static async Task HearAllAsync(Listener client, int ofVisits, Random chance)
    {
        for (int left; (left = ofVisits + OfTheOffice - client.Heard.Count) > 0;)
            await client.HearAsync(int.Min(chance.Next(1, 40), left), "?after=0");
    }

    static void ShouldHaveHeard(Listener client, Writers writers)
    {
        client.Heard.Select(it => it.Position).ShouldBe(client.Heard.Select(it => it.Position).Order().Distinct());
        client.Heard.Where(it => it.Visit is not null).Select(it => (it.Visit!, it.Version, it.Type))
            .ShouldBe(writers.Written, ignoreOrder: true);
        foreach (var visit in client.Heard.GroupBy(it => it.Visit)) visit.Select(it => it.Version).ShouldBeInOrder();
    }
}
