namespace Pst.Web.Workers;

/// <summary>Gives memory back in a quiet moment: on an office's old PC the database and a browser want it, too.</summary>
public sealed class Rest(TimeProvider clock) : BackgroundService
{
    // What the program's own looking costs in a pause is little; what a few hundred requests leave behind is much.
    const long Little = 4 << 20, Much = 32 << 20;
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        var (before, collected) = (0L, 0L);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var allocated = GC.GetTotalAllocatedBytes();
            if (allocated - before < Little && allocated - collected > Much)
            {
                GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
                collected = allocated;
            }
            before = allocated;
        }
    }
}
