using Pst.Web.Workers;

namespace Pst.Web.Online;

/// <summary>Ends online visits that nobody has used for half an hour, on every node: the visit itself says what was done.</summary>
public sealed class OnlineRest(LibraryUse use, OnlineVisits visits, TimeProvider clock, ILogger<OnlineRest> log)
    : RoundWorker(TimeSpan.FromMinutes(1), clock, log)
{
    /// <summary>After so long without use an online visit is over.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    public override async Task RunOnceAsync(CancellationToken cancel)
    {
        foreach (var (office, visit, online) in await use.RestingAsync(Clock.GetUtcNow() - Longest, cancel))
            await visits.RestAsync(office, visit, online, cancel);
    }
}
