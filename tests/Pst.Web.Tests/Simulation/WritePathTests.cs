using System.Text.Json;
using System.Text.RegularExpressions;
using Pst.Domain;
using Pst.EventStore;
using Pst.Projections;
using Pst.Testing;
using Pst.Web.Access;
using Pst.Web.Hosting;
using Pst.Web.Simulation;
using Pst.Web.Tests.Writing;
using Pst.Web.Vault;
using Pst.Web.Writing;

namespace Pst.Web.Tests.Simulation;

/// <summary>What is simulated in memory is what the write path would have made of the same commands, one by one.</summary>
public sealed partial class WritePathTests
{
    static readonly OfficeCode Code = new("0001");
    static readonly Crew Crew = new(Code);
    static readonly Habits Busy = new(PerDay: 40, Online: 3, Slow: 0.2f, Pleased: 40, Weak: Element.WAKTU);

    [Theory, InlineData("after-guestbook"), InlineData("within-hours"), InlineData("after-previous"), InlineData("immediate")]
    public async Task Both_ways_lead_to_the_same_events_guards_and_vault(string kind)
    {
        var office = OfficeKinds.Read(kind) with { Code = Code };
        office = office with { Local = office.Local with { Lockers = [new("1"), new("2"), new("3"), new("4")] } };
        await using var lived = await RunningPst.StartAsync();
        await using var simulated = await RunningPst.StartAsync();

        var refused = await LiveAsync(lived, office);
        (await SimulateAsync(simulated, office)).ShouldBe(refused);

        var events = await TellAsync(lived);
        (await TellAsync(simulated)).ShouldBe(events);
        events.Count.ShouldBeGreaterThan(1500);
        (await GuardsAsync(simulated)).ShouldBe(await GuardsAsync(lived));
        (await TextsAsync(simulated)).ShouldBe(await TextsAsync(lived));
    }

    // Few people, who therefore come again, and meet the quota.
    static IEnumerable<(DateOnly Day, IReadOnlyList<Step> Steps)> Days(Office office)
    {
        var seeds = new Seeds("both");
        var people = new SamplePeople(office, new(2026, 3, 2), seeds.Number("people"), count: 110, reserved: 0);
        for (var day = new DateOnly(2026, 4, 6); day <= new DateOnly(2026, 4, 10); day = day.AddDays(1))
            yield return (day,
                new Day(office, day, Busy, Crew, seeds, seeds.Chance($"{day}"), new(office.Local.Lockers), people).Plan());
    }

    static async Task<int> SimulateAsync(RunningPst pst, Office office)
    {
        var simulated = new SimulatedOffice(Code, new("both"), pst.Get<EdgeKeys>(), Fresh.Of("both"), "test");
        simulated.Put(Opening(office), new OfficeCommand.PutFile(office), Crew.Admin);
        foreach (var (day, steps) in Days(office))
        {
            simulated.Do(steps);
            simulated.Close(steps[^1].At.AddMinutes(30), day, Crew.Supervisor);
            await new BatchWriter(pst.Get<PstDatabase>(), pst.Get<Sequencer>()).WriteAsync(simulated.Take(), CancellationToken.None);
        }
        return simulated.Refused;
    }

    static async Task<int> LiveAsync(RunningPst pst, Office office)
    {
        var (clock, fresh, refused) = ((StoppedClock)pst.Get<TimeProvider>(), Fresh.Of("both"), 0);
        clock.Now = Opening(office);
        await pst.Get<OfficeWriter>().SendAsync(
            new(Code, new OfficeCommand.PutFile(office), Crew.Admin, pst.NewId()), CancellationToken.None);
        foreach (var (day, steps) in Days(office))
        {
            foreach (var step in steps)
            {
                clock.Now = step.At;
                var asked = (Valid<AskedCommand>)CommandBodies.Read(step.Command, Fields.Of(step.Body), step.By.Role, fresh);
                var request = new VisitRequest(Code, step.Visit, asked.Value, step.By, pst.NewId());
                if (await pst.Get<VisitWriter>().SendAsync(request, CancellationToken.None) is not Done<VisitAnswer>) refused++;
                if (asked.Value.Command is VisitCommand.SignGuestbook) fresh.NewId();
            }
            clock.Now = steps[^1].At.AddMinutes(30);
            await pst.Get<DayCloser>().CloseAsync(new(Code, day, Crew.Supervisor, pst.NewId()), CancellationToken.None);
        }
        return refused;
    }

    static DateTimeOffset Opening(Office office) => office.Details.TimeZone.At(new(2026, 4, 1), new(6, 0));

    // A record's number is chance on the write path; ids of commands, and what both are correlated with, are each way's own.
    static async Task<IReadOnlyList<string>> TellAsync(RunningPst pst)
    {
        while (await pst.Get<Sequencer>().RunOnceAsync(CancellationToken.None) > 0) { }
        var entries = (await pst.Get<EventLog>().ReadAsync(0, 1_000_000, null, CancellationToken.None)).Entries;
        return [.. entries.Select(it => it.Event).Select(it =>
            $"{it.Stream} {it.Version} {it.Alias} {it.Envelope with { Causation = null, Correlation = null }} "
            + Visitor().Replace(JsonSerializer.Serialize(it.Data, it.Data.GetType(), StoredJson.Options), "…"))];
    }

    static async Task<string> GuardsAsync(RunningPst pst) =>
        string.Join('\n', Visitor4().Replace(await GuardRows.AllAsync(pst.Get<PstDatabase>().Worker), "…").Split('\n').Order());

    static async Task<IReadOnlyList<string>> TextsAsync(RunningPst pst)
    {
        await using var command = pst.Get<PstDatabase>().Worker.CreateCommand("""
            select t::text from vault.text t union all select h::text from vault.held_id h
            union all select concat_ws('|', visit, salt, name, email, phone, whatsapp, institution, disability_kind, survey_contact)
            from vault.signing
            union all select concat_ws('|', contact, name, email, phone, whatsapp, institution, survey_contact) from vault.visitor
            order by 1
            """);
        await using var rows = await command.ExecuteReaderAsync();
        var found = new List<string>();
        while (await rows.ReadAsync()) found.Add(rows.GetString(0));
        return found;
    }

    [GeneratedRegex("(?<=\"VisitorId\":\")[^\"]*")]
    private static partial Regex Visitor();

    // The visitor stands last in a row of visits, and after the version in one of copies.
    [GeneratedRegex("(?<=guard_(visit|copies) .*,)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex Visitor4();
}
