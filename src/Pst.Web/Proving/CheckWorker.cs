using Pst.EventStore;
using Pst.Web.Hosting;
using Pst.Web.Workers;

namespace Pst.Web.Proving;

/// <summary>Checks the whole log once a day, ten minutes after the start at the earliest; one node does it for all.</summary>
public sealed class CheckWorker(
    PstDatabase database, EventLog events, Sequencer sequencer, LogKeys keys, IConfiguration configuration, TimeProvider clock,
    ILogger<CheckWorker> log) : RoundWorker(TimeSpan.FromMinutes(10), clock, log, waits: true)
{
    static readonly TimeSpan Day = TimeSpan.FromHours(20);

    public override async Task RunOnceAsync(CancellationToken cancel)
    {
        if (await new LogChecks(database.Worker).NewestAsync(cancel) is { } newest && Clock.GetUtcNow() - newest.At < Day) return;

        var check = new Inspection(
            database.Worker, events, sequencer, [.. keys.All.Select(it => it.PublicKey)], Witnesses.Kept(configuration));
        foreach (var fault in await check.FaultsAsync(_ => { }, cancel))
            Log.LogError("The log is not sound at position {Position}: {What}", fault.Position, fault.What);
    }
}
