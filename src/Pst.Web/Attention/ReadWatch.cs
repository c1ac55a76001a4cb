using System.Collections.Concurrent;
using Pst.Domain;
using Pst.Projections;
using Pst.Web.Access;

namespace Pst.Web.Attention;

/// <summary>
/// What is unusual in who looked at whose data, office by office. Looked for every few minutes, and kept between for the menu's number.
/// </summary>
public sealed class ReadWatch(Reads reads, VisitorVisits visits, TimeProvider clock)
{
    /// <summary>What is shown without being asked for, and counted in the menu.</summary>
    public const int Days = 7;

    // Who looks more often than this within weeks is unusual without being counted to the end.
    const int MostLooks = 20_000;

    static readonly TimeSpan Pause = TimeSpan.FromMinutes(5), Known = TimeSpan.FromDays(ReadLimits.UsualDays);
    readonly ConcurrentDictionary<OfficeCode, (DateTimeOffset At, IReadOnlyList<ReadAnomaly> Found)> found = new();

    /// <summary>The anomalies of the last days as they were found last; nothing is looked for.</summary>
    public IReadOnlyDictionary<OfficeCode, IReadOnlyList<ReadAnomaly>> Found(Caller caller) =>
        found.Where(it => caller.Sees(it.Key)).ToDictionary(it => it.Key, it => it.Value.Found);

    /// <summary>Looks for them, unless that was done just now.</summary>
    public async Task<IReadOnlyList<ReadAnomaly>> RefreshAsync(OfficeCode office, OfficeState state, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (found.TryGetValue(office, out var last) && now - last.At < Pause && now >= last.At) return last.Found;
        return await FindAsync(office, state, now.AddDays(-Days), cancel);
    }

    /// <summary>Looks for those since a moment.</summary>
    public async Task<IReadOnlyList<ReadAnomaly>> FindAsync(
        OfficeCode office, OfficeState state, DateTimeOffset from, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var (recent, first) = (now.AddDays(-Days), from < now.AddDays(-Days) ? from : now.AddDays(-Days));
        var lines = await reads.ListAsync(new(office, first - Known, now.AddDays(1)), MostLooks, cancel);
        IReadOnlyList<ReadRow> looks = [.. lines.Select(it => it.Row).Where(it => it.IsDeliberate)];
        var known = await visits.OfAsync(office, [.. looks.Select(it => it.Visitor).Distinct()], cancel);
        var arrivals = known.SelectMany(it => it).ToLookup(it => it.Visitor, it => it.ArrivedAt);
        var anomalies = new ReadAnomalies(ReadLimits.Usual, state.Hours, arrivals).Since(first, looks);
        found[office] = (now, [.. anomalies.Where(it => it.To >= recent)]);
        return [.. anomalies.Where(it => it.To >= from)];
    }
}
