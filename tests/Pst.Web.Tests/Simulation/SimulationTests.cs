using Pst.Domain;
using Pst.EventStore;
using Pst.Projections;
using Pst.Testing;
using Pst.Web.Hosting;
using Pst.Web.Simulation;
using Pst.Web.Tests.Writing;
using Pst.Web.Writing;

namespace Pst.Web.Tests.Simulation;

/// <summary>A simulated country: the same each time, and stored as if it had been lived.</summary>
public sealed class SimulationTests
{
    static readonly SimulationPlan Winter = new(3, new(2026, 1, 26), new(2026, 2, 27), Seed: 7);

    // All that is stored of an event but when it was recorded.
    const string Events = """
        select concat_ws('|', position, e.id, e.tenant_id, e.stream_id, e.version, e.type, e.data::text, e.headers::text, e.user_name,
            e.causation_id, e.correlation_id)
        from pst.log_leaf l join pst.mt_events e on e.seq_id = l.seq_id order by position
        """;

    const string Vault = """
        select concat_ws('|', s.*::text, h.*::text, v.*::text) from vault.signing s
        left join vault.held_id h on h.tenant_id = s.tenant_id and h.visit = s.visit
        left join vault.visitor v on v.tenant_id = s.tenant_id and v.visitor = s.visitor
        order by 1
        """;

    [Fact]
    public async Task The_same_seed_makes_the_same_events_to_the_byte()
    {
        await using var one = await SimulateAsync(Winter);
        await using var other = await SimulateAsync(Winter, version: 15);

        var events = await RowsAsync(one, Events);
        (await RowsAsync(other, Events)).ShouldBe(events);
        (await RowsAsync(other, Vault)).ShouldBe(await RowsAsync(one, Vault));
        events.Count.ShouldBeGreaterThan(5000);
    }

    [Fact]
    public async Task Another_seed_makes_others()
    {
        var day = Winter with { Offices = 1, To = Winter.From };
        await using var one = await SimulateAsync(day);
        await using var other = await SimulateAsync(day with { Seed = 8 });

        (await RowsAsync(one, Events)).Intersect(await RowsAsync(other, Events)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Guards_rebuilt_from_the_log_are_the_same_bytes_and_the_log_is_sound()
    {
        await using var pst = await SimulateAsync(Winter);
        var database = pst.Get<PstDatabase>();

        (await new GuardRebuild(database.Worker, pst.Get<EventLog>(), pst.Get<Sequencer>()).DifferencesAsync(CancellationToken.None))
            .ShouldBeEmpty();
        (await new LogCheck(database.Worker, pst.Get<Sequencer>()).FaultsAsync(_ => { }, CancellationToken.None)).ShouldBeEmpty();
        (await GuardRows.AllAsync(database.Worker)).ShouldContain("guard_copies");
    }

    [Fact]
    public async Task What_goes_on_later_is_what_would_have_been_made_at_once()
    {
        await using var once = await SimulateAsync(Winter);
        await using var twice = await SimulateAsync(Winter with { Offices = 2, To = new(2026, 2, 11) });
        await RunAsync(twice, Winter);
        await RunAsync(twice, Winter);

        (await InStreamsAsync(twice)).ShouldBe(await InStreamsAsync(once));
        (await GuardRows.AllAsync(twice.Get<PstDatabase>().Worker)).ShouldBe(await GuardRows.AllAsync(once.Get<PstDatabase>().Worker));
    }

    [Fact]
    public async Task An_office_that_is_there_already_is_left_alone()
    {
        await using var pst = await RunningPst.StartAsync();
        var office = OfficeKinds.Read("immediate") with { Code = new("0002") };
        await pst.Get<OfficeWriter>().SendAsync(
            new(office.Code, new OfficeCommand.PutFile(office), new Crew(office.Code).Admin, pst.NewId()), CancellationToken.None);

        var refused = await Should.ThrowAsync<SimulationRefusedException>(() => RunAsync(pst, Winter));

        refused.Message.ShouldStartWith("Office 0002 is there already");
        (await RowsAsync(pst, "select 'event' from pst.mt_events")).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Where_another_seed_was_at_work_it_is_left_alone()
    {
        var day = Winter with { Offices = 1, To = Winter.From };
        await using var pst = await SimulateAsync(day);

        await Should.ThrowAsync<SimulationRefusedException>(() => RunAsync(pst, day with { Seed = 8 }));
    }

    static async Task<RunningPst> SimulateAsync(SimulationPlan plan, int version = 18)
    {
        var pst = await RunningPst.StartAsync(version);
        await RunAsync(pst, plan);
        return pst;
    }

    static async Task RunAsync(RunningPst pst, SimulationPlan plan)
    {
        var run = new SimulationRun(pst.Get<PstDatabase>(), pst.Get<Sequencer>(), pst.Get<EdgeKeys>(), TextWriter.Null);
        await run.RunAsync(plan, CancellationToken.None);
    }

    static async Task<IEnumerable<string>> InStreamsAsync(RunningPst pst) =>
        (await RowsAsync(pst, Events)).Select(it => it[(it.IndexOf('|', StringComparison.Ordinal) + 1)..]).Order(StringComparer.Ordinal);

    static async Task<IReadOnlyList<string>> RowsAsync(RunningPst pst, string sql)
    {
        await using var command = pst.Get<PstDatabase>().Worker.CreateCommand(sql);
        await using var rows = await command.ExecuteReaderAsync();
        var found = new List<string>();
        while (await rows.ReadAsync()) found.Add(rows.GetString(0));
        return found;
    }
}
