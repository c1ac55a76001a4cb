using Npgsql;
using Pst.Domain;
using Pst.EventStore;
using Pst.Projections;
using Pst.Web.Access;
using Pst.Web.Hosting;
using Pst.Web.Writing;

namespace Pst.Web.Softcopies;

/// <summary>
/// Ends links whose time is over, and takes away files that nobody needs. On every node, and yet once: the request itself says what was
/// done.
/// </summary>
internal sealed partial class SoftcopyWorker(
    OfficeMemory offices, SoftcopyBoard softcopies, SoftcopyWriter writer, MadeFiles files, EdgeKeys keys, TimeProvider clock,
    ILogger<SoftcopyWorker> log) : BackgroundService
{
    static readonly TimeSpan Pause = TimeSpan.FromMinutes(15);

    public async Task RunOnceAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        foreach (var office in await offices.CodesAsync(cancel))
            foreach (var line in (await softcopies.LivingAsync(office, cancel)).Where(it => it.Row.Until < now))
                await writer.SendAsync(
                    new(office, line.Id, new SoftcopyCommand.PassTime(), new("worker:softcopies", Role.Supervisor, null),
                        keys.CommandId($"{line.Id}", $"worker/softcopy/{office}", []), null), cancel);
        await files.ClearAsync(cancel);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        do
        {
            try { await RunOnceAsync(stoppingToken); }
            catch (Exception away) when (away is NpgsqlException or IOException or StoreBusyException or OutcomeUnknownException
                or ProjectionNotReadyException || DatabaseAway.IsTold(away))
            {
                SayWaiting(away);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(LogLevel.Warning, "What time does to softcopies waits.")]
    partial void SayWaiting(Exception away);
}
