namespace Pst.Bench;

/// <summary>What lies in the database when it is measured.</summary>
/// <param name="ToRead">Visits of ten events.</param>
/// <param name="ToWrite">Visits of nine events, so that three commands on each load ten in the mean.</param>
sealed record Layout(IReadOnlyList<PastVisit> ToRead, IReadOnlyList<PastVisit> ToWrite)
{
    /// <summary>Visitors who wait in the first office, of the old database and of the fresh one.</summary>
    public const int Waiting = 50;

    const int Ended = 100_000, Read = 4_000, Written = 12_000;

    /// <summary>
    /// A million old events in the first office, so that its queue has the longest history; the others are spread over the rest.
    /// </summary>
    public static async Task<Layout> WriteAsync(Country old, Country fresh)
    {
        var now = DateTimeOffset.UtcNow;
        var rest = old.Offices.Skip(1).ToList();
        var toRead = Enumerable.Range(0, Read).Select(it => PastVisits.Open(rest[it % rest.Count], it, 10, now.AddHours(-1))).ToList();
        var toWrite = Enumerable.Range(Read, Written)
            .Select(it => PastVisits.Open(rest[it % rest.Count], it, 9, now.AddHours(-1))).ToList();
        await old.WriteAsync(
        [
            .. Enumerable.Range(0, Ended).Select(it => PastVisits.Ended(old.Offices[0], it, now.AddMinutes(it - Ended - 600))),
            .. Queue(old, now), .. toRead, .. toWrite,
        ]);
        await fresh.WriteAsync(Queue(fresh, now));
        await Floor.LayAsync(old.Owner);
        await QueueAge.CatchUpAsync(old);
        await QueueAge.CatchUpAsync(fresh);
        return new(toRead, toWrite);
    }

    static IEnumerable<PastVisit> Queue(Country country, DateTimeOffset now) =>
        Enumerable.Range(0, Waiting).Select(it => PastVisits.Waiting(country.Offices[0], it, now.AddMinutes(-it)));
}
