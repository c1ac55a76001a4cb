using Npgsql;
using Pst.EventStore;
using Pst.Web.Hosting;

namespace Pst.Web.Online;

/// <summary>Ends online visits that nobody has used for half an hour, on every node: the visit itself says what was done.</summary>
public sealed partial class OnlineRest(LibraryUse use, OnlineVisits visits, TimeProvider clock, ILogger<OnlineRest> log) : BackgroundService
{
    /// <summary>After so long without use an online visit is over.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    /// <summary>One round.</summary>
    public async Task RunOnceAsync(CancellationToken cancel)
    {
        foreach (var (office, visit, online) in await use.RestingAsync(clock.GetUtcNow() - Longest, cancel))
            await visits.RestAsync(office, visit, online, cancel);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        do
        {
            try { await RunOnceAsync(stoppingToken); }
            catch (Exception away) when (away is NpgsqlException or StoreBusyException or OutcomeUnknownException
                || DatabaseAway.IsTold(away))
            {
                SayWaiting(away);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(LogLevel.Warning, "Ending online visits that rest waits.")]
    partial void SayWaiting(Exception away);
}
