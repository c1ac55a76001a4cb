using Pst.Domain;
using Pst.Web.Workers;
using Pst.Web.Writing;

namespace Pst.Web.Erasing;

/// <summary>
/// Every night, on whichever node is first: destroys what offices have kept as long as they keep it. What another node erased is added to
/// this node's file, too.
/// </summary>
public sealed partial class RetentionWorker(
    OfficeMemory offices, Destruction destruction, ErasureReplay erasures, TimeProvider clock,
    ILogger<RetentionWorker> log)
    : RoundWorker(TimeSpan.FromMinutes(20), clock, log, waits: true)
{
    // When nobody is served: the vault's tables are written anew afterwards.
    static readonly TimeSpan AfterMidnight = TimeSpan.FromHours(2);

    readonly Dictionary<OfficeCode, DateOnly> done = [];

    /// <summary>One round over all offices whose night has come.</summary>
    public override async Task RunOnceAsync(CancellationToken cancel)
    {
        foreach (var office in await offices.CodesAsync(cancel))
        {
            if (await offices.FindAsync(office, cancel) is not { } state) continue;
            var today = state.Hours.LocalDay(Clock.GetUtcNow() - AfterMidnight);
            if (done.GetValueOrDefault(office) == today) continue;
            while (await destruction.RunAsync(office, cancel) is { } told) SayDestroyed(Log, office, told.Number, told.Visits);
            done[office] = today;
        }
        await erasures.MirrorAsync(cancel);
    }

    [LoggerMessage(LogLevel.Information, "Office {Office} destroyed data of {Visits} visits by its schedule, Berita Acara {Number}.")]
    static partial void SayDestroyed(ILogger log, OfficeCode office, int number, int visits);
}
