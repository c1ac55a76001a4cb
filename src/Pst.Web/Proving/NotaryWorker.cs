using Npgsql;
using Pst.EventStore;
using Pst.Proof;

namespace Pst.Web.Proving;

/// <summary>Signs the log once a minute while it grows, and hands every new checkpoint to the witnesses.</summary>
public sealed class NotaryWorker(Notary notary, Witnesses witnesses, TimeProvider clock, ILogger<NotaryWorker> log) : BackgroundService
{
    static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    async Task RunOnceAsync(CancellationToken cancel)
    {
        try
        {
            var newest = await notary.SignAsync(cancel);
            if (newest is not null) await witnesses.TellAsync(newest, cancel);
        }
        catch (Exception broken) when (broken is LogBrokenException or ForeignKeyException)
        {
            log.LogError("The log is not signed: {Reason}", broken.Message);
        }
        catch (NpgsqlException away) { log.LogWarning(away, "Signing the log waits."); }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        do await RunOnceAsync(stoppingToken);
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
