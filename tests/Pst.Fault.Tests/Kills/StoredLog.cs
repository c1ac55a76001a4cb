using Npgsql;
using Pst.Domain;
using Pst.EventStore;
using Pst.Projections;
using Pst.Testing;
using Pst.Web.Hosting;

namespace Pst.Fault.Tests.Kills;

/// <summary>What lies in the program's database, looked at beside it.</summary>
sealed class StoredLog : IAsyncDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    const string Waiting = "select (select count(*) from pst.mt_events) - (select count(*) from pst.log_leaf)";

    const string BrokenStreams = """
        select count(*) from (
            select from pst.mt_events e join pst.mt_streams s on s.tenant_id = e.tenant_id and s.id = e.stream_id
            group by s.tenant_id, s.id, s.version
            having min(e.version) <> 1 or max(e.version) <> count(*) or s.version <> count(*))
        """;

    readonly PstDatabase database;
    readonly EventLog log;

    StoredLog(string connectionString)
    {
        database = new(connectionString);
        log = new(database.Worker, StoredEvents.Types);
    }

    public static async Task<StoredLog> OpenAsync(StartedProgram program) => new(await program.DatabaseAsync());

    /// <summary>From now on the database answers before what it answered for is on the disk.</summary>
    public static async Task CommitWithoutWaitingAsync(StartedProgram program)
    {
        await using var connection = new NpgsqlConnection(await program.DatabaseAsync());
        await connection.OpenAsync();
        foreach (var sql in (string[])["alter system set synchronous_commit = off", "select pg_reload_conf()"])
        {
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync();
        }
    }

    /// <summary>Reads the whole log: dense, complete, every stream without a gap and foldable. How many events are of visits.</summary>
    public async Task<int> ReadAllAsync()
    {
        for (var waited = System.Diagnostics.Stopwatch.StartNew(); await CountAsync(Waiting) > 0; await Task.Delay(20))
            waited.Elapsed.ShouldBeLessThan(Patience, "every event gets its position");
        (await CountAsync(BrokenStreams)).ShouldBe(0);

        var visits = new List<StoredEvent>();
        var position = 0L;
        for (var head = await log.HeadAsync(CancellationToken.None); position < head;)
            foreach (var (at, stored) in (await log.ReadAsync(position, 1000, null, CancellationToken.None)).Entries)
            {
                at.ShouldBe(++position);
                if (stored.Data is VisitEvent) visits.Add(stored);
            }
        foreach (var visit in visits.GroupBy(it => it.Stream))
            Visit.Of([.. visit.Select(it => ((VisitEvent)it.Data, it.Envelope.Occurred))]).ShouldNotBe(Visit.Initial);
        return visits.Count;
    }

    /// <summary>The guards are what the log says.</summary>
    public async Task GuardsRebuiltFromTheLogAreTheSameAsync()
    {
        var before = await GuardRows.AllAsync(database.Worker);
        using var sequencer = new Sequencer(database.Worker);
        await new GuardRebuild(database.Worker, log, sequencer).RunAsync(CancellationToken.None);
        (await GuardRows.AllAsync(database.Worker)).ShouldBe(before);
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    async Task<long> CountAsync(string sql)
    {
        await using var command = database.Worker.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
