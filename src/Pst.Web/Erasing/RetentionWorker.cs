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
    PstDatabase database, OfficeMemory offices, Destruction destruction, ErasureReplay erasures, TimeProvider clock,
    ILogger<RetentionWorker> log)
    : BackgroundService
{
    const string All = "select tenant_id from pst.guard_office order by tenant_id";
    static readonly TimeSpan Pause = TimeSpan.FromMinutes(20);

    // When nobody is served: the vault's tables are written anew afterwards.
    static readonly TimeSpan AfterMidnight = TimeSpan.FromHours(2);

    readonly Dictionary<OfficeCode, DateOnly> done = [];

    /// <summary>One round over all offices whose night has come.</summary>
    public async Task RunOnceAsync(CancellationToken cancel)
    {
        foreach (var office in await OfficesAsync(cancel))
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

    async Task<IReadOnlyList<OfficeCode>> OfficesAsync(CancellationToken cancel)
    {
        await using var command = database.Worker.CreateCommand(All);
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var found = new List<OfficeCode>();
        while (await rows.ReadAsync(cancel)) found.Add(new(rows.GetString(0)));
        return found;
    }

    [LoggerMessage(LogLevel.Information, "Office {Office} destroyed data of {Visits} visits by its schedule, Berita Acara {Number}.")]
    partial void SayDestroyed(OfficeCode office, int number, int visits);

    [LoggerMessage(LogLevel.Warning, "Destroying what was kept long enough waits.")]
    partial void SayWaiting(Exception away);
}
