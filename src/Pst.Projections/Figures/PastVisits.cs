using Pst.EventStore;

namespace Pst.Projections;

/// <summary>Visits and offices as they stood when the log ended at a position.</summary>
internal sealed class PastVisits(EventLog log, long position)
{
    // Streams asked for at once.
    const int Most = 2000;

    /// <summary>Puts those that have changed since back to what they were.</summary>
    internal async Task PutIntoAsync(DayVisits visits, CancellationToken cancel)
    {
        foreach (var office in visits.All.Where(it => it.Visit.Position > position).GroupBy(it => it.Tenant, it => it.Visit.Visit).ToList())
        foreach (var some in office.Chunk(Most))
            visits.Replace(office.Key, await EarlierAsync(office.Key, some, cancel));
    }

    internal async Task<OfficeState> SettingsAsync(OfficeCode office, CancellationToken cancel) =>
        (await log.UpToAsync(office.Value, [office.StreamId], position, cancel))
            .Select(it => (OfficeEvent)it.Data).Aggregate((OfficeState?)null, OfficeState.Evolve)
        ?? throw new UnknownPositionException(position);

    async Task<Dictionary<VisitId, VisitRow?>> EarlierAsync(string tenant, VisitId[] visits, CancellationToken cancel)
    {
        var events = await log.UpToAsync(tenant, [.. visits.Select(it => it.Value)], position, cancel);
        var streams = events.ToLookup(it => new VisitId(it.Stream));
        return visits.ToDictionary(it => it, it => streams[it].Standing().Aggregate((VisitRow?)null, VisitRow.After));
    }
}
