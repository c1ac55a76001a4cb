using Npgsql;
using Pst.Domain;
using Pst.EventStore;
using Pst.Web.Hosting;
using Pst.Web.Writing;

namespace Pst.Web.Erasing;

/// <summary>
/// Every night, on whichever node is first: destroys what offices have kept as long as they keep it. What another node erased is added to
/// this node's file, too.
/// </summary>
public sealed partial class RetentionWorker(
    OfficeMemory offices, Destruction destruction, ErasureReplay erasures, TimeProvider clock,
    ILogger<RetentionWorker> log)
    : BackgroundService
{
    static readonly TimeSpan Pause = TimeSpan.FromMinutes(20);

    // When nobody is served: the vault's tables are written anew afterwards.
    static readonly TimeSpan AfterMidnight = TimeSpan.FromHours(2);

    readonly Dictionary<OfficeCode, DateOnly> done = [];

    /// <summary>One round over all offices whose night has come.</summary>
    public async Task RunOnceAsync(CancellationToken cancel)
    {
        foreach (var office in await offices.CodesAsync(cancel))
        {
            if (await offices.FindAsync(office, cancel) is not { } state) continue;
            var today = state.Hours.LocalDay(clock.GetUtcNow() - AfterMidnight);
            if (done.GetValueOrDefault(office) == today) continue;
            while (await destruction.RunAsync(office, cancel) is { } told) SayDestroyed(office, told.Number, told.Visits);
            done[office] = today;
        }
        await erasures.MirrorAsync(cancel);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try { await RunOnceAsync(stoppingToken); }
            catch (Exception away) when (away is NpgsqlException or IOException || DatabaseAway.IsTold(away)) { SayWaiting(away); }
        }
    }

    [LoggerMessage(LogLevel.Information, "Office {Office} destroyed data of {Visits} visits by its schedule, Berita Acara {Number}.")]
    partial void SayDestroyed(OfficeCode office, int number, int visits);

    [LoggerMessage(LogLevel.Warning, "Destroying what was kept long enough waits.")]
    partial void SayWaiting(Exception away);
}
