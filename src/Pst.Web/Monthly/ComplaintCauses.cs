using Pst.Domain;
using Pst.EventStore;
using Pst.Projections;
using Pst.Web.Paper;

namespace Pst.Web.Monthly;

/// <summary>What was recorded of complaints between two reports of one month.</summary>
public sealed class ComplaintCauses(ComplaintCounts counts, Streams streams)
{
    /// <summary>A row a complaint that has changed, as the table of causes has them.</summary>
    /// <param name="position">That the report before was computed at.</param>
    internal async Task<IReadOnlyList<IReadOnlyList<Cell>>> BetweenAsync(MonthReport now, long position, CancellationToken cancel)
    {
        var then = (await FactsAsync(position)).ToDictionary(it => it.Id, it => it.Row.Version);
        var causes = new List<IReadOnlyList<Cell>>();
        foreach (var later in await FactsAsync(now.Computed.Position))
        {
            var known = then.GetValueOrDefault(later.Id);
            if (known == later.Row.Version) continue;
            var since = (await streams.ReadAsync(now.Code.Value, later.Id.Value, cancel))
                .Where(it => it.Version > known && it.Version <= later.Row.Version).ToList();
            var last = now.Office.TimeZone.Local(since.Max(it => it.Recorded)).DateTime;
            causes.Add(
            [
                later.Day, $"{later.Row.Code}", string.Join(", ", since.Select(Told).Distinct()),
                new Cell.Moment(new(last.Ticks - last.Ticks % TimeSpan.TicksPerSecond, DateTimeKind.Unspecified)),
            ]);
        }
        return causes;

        Task<IReadOnlyList<ComplaintFact>> FactsAsync(long at) =>
            counts.FactsAsync(now.Code, now.Office.TimeZone, now.Period.Before.From, now.Period.To, at, cancel);
    }

    static string Told(StoredEvent stored) => stored.Data switch
    {
        ComplaintReceived => "pengaduan diterima",
        ComplaintVerified => "pengaduan diverifikasi",
        ComplaintAnswered or InformationAsked => "pengaduan dijawab",
        ComplainantReplied => "pengadu menanggapi",
        ComplaintResolved => "pengaduan diselesaikan",
        ComplaintClosed => "pengaduan ditutup",
        _ => "pengaduan dieskalasi",
    };
}
