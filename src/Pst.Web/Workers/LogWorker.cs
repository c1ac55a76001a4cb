using Pst.EventStore;

namespace Pst.Web.Workers;

/// <summary>Keeps the log moving on this node: gives positions to what was committed, and hears of what other nodes have written.</summary>
public sealed class LogWorker(Sequencer sequencer, LogSignal signal) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(sequencer.RunAsync(stoppingToken), signal.RunAsync(stoppingToken));
}
