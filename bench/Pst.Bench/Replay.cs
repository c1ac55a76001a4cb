using System.Diagnostics;
using Npgsql;
using Pst.EventStore;
using Pst.Projections;
using Pst.Web.Hosting;
using EventLog = Pst.EventStore.EventLog;

namespace Pst.Bench;

/// <summary>The whole log into the queue's table, from cold, against reading the same rows in their order.</summary>
sealed class Replay(Country country)
{
    const int Rounds = 3;

    static readonly string Rows = $"select {Floor.Columns} from pst.mt_events where type = any($1) order by seq_id";

    public async Task<Ratio> RunAsync()
    {
        var worker = country.Get<PstDatabase>().Worker;
        var log = country.Get<EventLog>();
        var runner = new ProjectionRunner(worker, log, country.Get<LogSignal>(), StoredEvents.Types, [QueueBoard.Projection]);
        var events = await log.HeadAsync(CancellationToken.None);
        var rounds = new List<(double, double)>();
        await runner.CatchUpAsync(CancellationToken.None);
        for (var round = 0; round < Rounds; round++)
            rounds.Add((
                await PerSecondAsync(events, () => runner.RebuildAsync(QueueBoard.Projection.Name, CancellationToken.None)),
                await PerSecondAsync(events, () => ReadAsync(worker))));
        return Ratio.Of("replay", rounds, 0.5) with { OrPerSecond = 60_000 };
    }

    static async Task ReadAsync(NpgsqlDataSource worker)
    {
        await using var command = worker.CreateCommand(Rows);
        command.Parameters.Add(
            new NpgsqlParameter<string[]> { TypedValue = [.. QueueBoard.Projection.Reads.Select(StoredEvents.Types.AliasOf)] });
        command.CommandTimeout = 0;
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
            Floor.Take(rows);
    }

    static async Task<double> PerSecondAsync(long events, Func<Task> work)
    {
        var took = Stopwatch.StartNew();
        await work();
        return events / took.Elapsed.TotalSeconds;
    }
}
