using System.Diagnostics;
using Pst.EventStore;
using Pst.Projections;
using Pst.Web.Hosting;
using EventLog = Pst.EventStore.EventLog;

namespace Pst.Bench;

/// <summary>Every projection from cold, as <c>./pst rebuild all</c> does it, against reading the log once.</summary>
sealed class Rebuild(Country country)
{
    public async Task<Ratio> RunAsync()
    {
        var worker = country.Get<PstDatabase>().Worker;
        var log = country.Get<EventLog>();
        var runner = new ProjectionRunner(worker, log, country.Get<LogSignal>(), StoredEvents.Types, KeptProjections.All);
        var events = await log.HeadAsync(CancellationToken.None);
        await runner.CatchUpAsync(CancellationToken.None);
        var ours = await PerSecondAsync(events, () => runner.RebuildAsync(KeptProjections.Names, CancellationToken.None));
        return Ratio.Of("rebuild", [(ours, await PerSecondAsync(events, () => ReadAsync(log, events)))], 0) with { OrPerSecond = 40_000 };
    }

    static async Task ReadAsync(EventLog log, long head)
    {
        for (var after = 0L; after < head;)
            after = (await log.ReadAsync(after, 4000, null, CancellationToken.None)).Through;
    }

    static async Task<double> PerSecondAsync(long events, Func<Task> work)
    {
        var took = Stopwatch.StartNew();
        await work();
        return events / took.Elapsed.TotalSeconds;
    }
}
