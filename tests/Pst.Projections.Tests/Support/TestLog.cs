using System.Globalization;
using Npgsql;
using Pst.EventStore;
using Pst.Testing;
using Pst.Web.Hosting;

namespace Pst.Projections.Tests;

/// <summary>A new database with a log to append to, and what reads it.</summary>
sealed class TestLog : IAsyncDisposable
{
    const string Doomed = "doomed", Hasty = "hasty";

    readonly string connectionString;
    readonly CancellationTokenSource stop = new();
    readonly List<Task> running = [];
    readonly List<NpgsqlDataSource> others = [];
    int commands;

    TestLog(string connectionString)
    {
        this.connectionString = connectionString;
        (App, Worker) = (DataSources.App(connectionString), DataSources.Worker(connectionString));
        (Log, Signal, Sequencer) = (new(Worker, Tale.Types), new(Worker), new(Worker));
        Tables = new(App);
    }

    internal NpgsqlDataSource App { get; }
    internal NpgsqlDataSource Worker { get; }
    internal EventLog Log { get; }
    internal LogSignal Signal { get; }
    internal Sequencer Sequencer { get; }
    internal ProjectionTables Tables { get; }
    internal ProjectionProgress Progress => new(Worker);

    internal static async Task<TestLog> CreateAsync(int version = 18)
    {
        var connectionString = await PostgresServer.CreateMigratedAsync(version);
        var log = new TestLog(connectionString);
        await log.OpenAsync(Tale.Metro, "Asia/Jakarta");
        await log.OpenAsync(Tale.Bima, "Asia/Makassar");
        return log;
    }

    /// <summary>One whose connections can be told from all others, to be cut.</summary>
    internal ProjectionRunner DoomedRunner()
    {
        var doomed = DataSources.Worker($"{connectionString};Application Name={Doomed}");
        others.Add(doomed);
        return new(doomed, new(doomed, Tale.Types), Signal, Tale.Types, Projections.All) { PageSize = 2 };
    }

    /// <summary>One that waits for others' locks for a moment only.</summary>
    internal ProjectionRunner HastyRunner(Projection projection)
    {
        var usual = new NpgsqlConnectionStringBuilder(Worker.ConnectionString);
        var hasty = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString)
        {
            ApplicationName = Hasty, NoResetOnClose = usual.NoResetOnClose, Options = $"{usual.Options} -c lock_timeout=100ms",
        });
        others.Add(hasty);
        return new(hasty, new(hasty, Tale.Types), Signal, Tale.Types, [projection]);
    }

    /// <summary>Does it while another node is at a page of this projection.</summary>
    internal async Task WhileHeldAsync(string projection, Func<Task> work)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var holding = await connection.BeginTransactionAsync();
        await using var hold = new NpgsqlCommand($"select from read.projection where name = '{projection}' for update", connection);
        await hold.ExecuteNonQueryAsync();
        await work();
    }

    /// <summary>Waits until the hasty one was seen waiting for a lock, and then again for the next try; or is done with its work.</summary>
    internal async Task UntilWaitedTwiceAsync(Task work)
    {
        var waits = new HashSet<string>();
        while (waits.Count < 2 && !work.IsCompleted)
        {
            waits.Add(await ScalarAsync<string>($"""
                select coalesce(min(xact_start)::text, '') from pg_stat_activity
                where application_name = '{Hasty}' and wait_event_type = 'Lock'
                """));
            waits.Remove("");
            await Task.Delay(5);
        }
    }

    internal Task CutAsync() =>
        ScalarAsync<long>($"select count(pg_terminate_backend(pid)) from pg_stat_activity where application_name = '{Doomed}'");

    internal ProjectionRunner Runner(int pageSize = 10_000, EventTypes? types = null, IReadOnlyList<Projection>? projections = null) =>
        new(Worker, new(Worker, types ?? Tale.Types), Signal, types ?? Tale.Types, projections ?? Projections.All) { PageSize = pageSize };

    // By its zone days are known; the office's own events say nothing to visits.
    async Task OpenAsync(OfficeCode office, string zone) => await ScalarAsync<string>($$$"""
        insert into pst.guard_office values ('{{{office}}}', 1, '{"Details": {"TimeZone": "{{{zone}}}"}}') returning tenant_id
        """);

    /// <summary>Appends to one stream and gives the events their positions; the last one's sequence number.</summary>
    internal async Task<long> AppendAsync(OfficeCode office, VisitId visit, params IReadOnlyList<(string Time, VisitEvent Event)> events)
    {
        var toAppend = events.Select(it => new EventToAppend(it.Event, new(Tale.At(it.Time), "petugas")));
        var sequence = await AppendAsync(office, visit.Value, Tale.Types, [.. toAppend]);
        await SequenceAsync();
        return sequence;
    }

    internal async Task<long> AppendAsync(OfficeCode office, Guid stream, EventTypes types, IReadOnlyList<EventToAppend> events)
    {
        var command = new Guid(Interlocked.Increment(ref commands), 0, 0, new byte[8]);
        await using var open = await new Streams(App, types).BeginAsync(new(office.Value, command, [stream]), default);
        return (await open.AppendAsync(new([new(stream, events)]), default)).Streams.Single().Sequence;
    }

    /// <summary>Says of events when they were recorded, past every guard.</summary>
    internal Task RecordedAsync(IEnumerable<(long Sequence, DateTimeOffset At)> events) => ScalarAsync<string>($"""
        set session_replication_role = replica;
        update pst.mt_events e set timestamp = said.at
        from (values {string.Join(", ", events.Select(it => $"({it.Sequence}, '{it.At.UtcDateTime:O}'::timestamptz)"))}) said (seq, at)
        where e.seq_id = said.seq;
        select ''
        """);

    internal async Task SequenceAsync()
    {
        while (await Sequencer.RunOnceAsync(default) > 0) { }
    }

    /// <summary>Waits until the projections stand so.</summary>
    internal async Task UntilAsync(Func<IReadOnlyList<ProjectionStanding>, bool> reached)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!reached(await Progress.AllAsync(patience.Token))) await Task.Delay(5, patience.Token);
    }

    /// <summary>What serves of every projection, row by row, with the parked streams.</summary>
    internal async Task<string> DumpAsync()
    {
        var dump = new List<string>();
        foreach (var it in (await Progress.AllAsync(default)).Where(it => it.Serves))
        {
            dump.Add($"{it.Name} {string.Join(", ", it.Parked)}");
            dump.Add(await ScalarAsync<string>($"""
                select coalesce(string_agg(t::text, E'\n' order by tenant_id, stream_id), '') from read.{it.Name}_{it.Generation} t
                """));
            if (it.Name == Visits.Projection.Name)
                dump.Add(await ScalarAsync<string>($"""
                    select coalesce(string_agg(t::text, E'\n' order by tenant_id, day), '')
                    from {VisitDays.Table($"read.visits_{it.Generation}")} t
                    """));
        }
        return string.Join('\n', dump);
    }

    /// <summary>As the login itself, past every right and policy.</summary>
    internal async Task<T> ScalarAsync<T>(string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)Convert.ChangeType((await command.ExecuteScalarAsync())!, typeof(T), CultureInfo.InvariantCulture);
    }

    /// <summary>Runs it until this is disposed of.</summary>
    internal void Start(ProjectionRunner runner)
    {
        if (running.Count == 0) running.Add(Signal.RunAsync(stop.Token));
        running.Add(runner.RunAsync(stop.Token));
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await Task.WhenAll(running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stop.Dispose();
        Sequencer.Dispose();
        foreach (var it in others) await it.DisposeAsync();
        await App.DisposeAsync();
        await Worker.DisposeAsync();
    }
}
