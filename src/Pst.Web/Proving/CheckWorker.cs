using Npgsql;
using Pst.EventStore;
using Pst.Web.Hosting;

namespace Pst.Web.Proving;

/// <summary>Checks the whole log once a day, ten minutes after the start at the earliest; one node does it for all.</summary>
public sealed class CheckWorker(
    PstDatabase database, EventLog events, Sequencer sequencer, LogKeys keys, IConfiguration configuration, TimeProvider clock,
    ILogger<CheckWorker> log) : BackgroundService
{
    static readonly TimeSpan Look = TimeSpan.FromMinutes(10), Day = TimeSpan.FromHours(20);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Look, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try { await RunOnceAsync(stoppingToken); }
            catch (Exception away) when (away is NpgsqlException or IOException) { log.LogWarning(away, "Checking the log waits."); }
        }
    }

    async Task RunOnceAsync(CancellationToken cancel)
    {
        if (await new LogChecks(database.Worker).NewestAsync(cancel) is { } newest && clock.GetUtcNow() - newest.At < Day) return;

        var check = new Inspection(
            database.Worker, events, sequencer, [.. keys.All.Select(it => it.PublicKey)], Witnesses.Kept(configuration));
        foreach (var fault in await check.FaultsAsync(_ => { }, cancel))
            log.LogError("The log is not sound at position {Position}: {What}", fault.Position, fault.What);
    }
}
