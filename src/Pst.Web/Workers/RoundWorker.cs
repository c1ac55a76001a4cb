using Npgsql;
using Pst.Web.Hosting;

namespace Pst.Web.Workers;

/// <summary>
/// Work that is done round after round, on every node. Whatever ends a round, such as a database that is away, is told, and the next round
/// begins all the same.
/// </summary>
/// <param name="pause">Between two rounds.</param>
/// <param name="waits">Whether the first round begins a pause after the start, and not with it.</param>
public abstract partial class RoundWorker(TimeSpan pause, TimeProvider clock, ILogger log, bool waits = false) : BackgroundService
{
    /// <summary>The time that rounds go by.</summary>
    protected TimeProvider Clock { get; } = clock;

    /// <summary>Where a round tells what it did.</summary>
    protected ILogger Log => log;

    /// <summary>One round.</summary>
    public abstract Task RunOnceAsync(CancellationToken cancel);

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(pause, Clock);
        if (!waits) await TryAsync(stoppingToken);
        while (await timer.WaitForNextTickAsync(stoppingToken)) await TryAsync(stoppingToken);
    }

    async Task TryAsync(CancellationToken cancel)
    {
        try
        {
            await RunOnceAsync(cancel);
        }
        catch (Exception away) when (away is NpgsqlException or IOException || DatabaseAway.IsTold(away))
        {
            SayWaiting(GetType().Name, away);
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            SayBroken(GetType().Name, failure);
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Worker} waits for its next round.")]
    partial void SayWaiting(string worker, Exception away);

    [LoggerMessage(LogLevel.Error, "A round of {Worker} broke off; the next one begins anew.")]
    partial void SayBroken(string worker, Exception failure);
}
