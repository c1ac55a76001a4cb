namespace Pst.Projections;

/// <summary>Finds what is unusual in looks. Pure: the same looks give the same anomalies, in whatever order they come.</summary>
/// <param name="arrivals">When a visitor came to this office.</param>
public sealed class ReadAnomalies(ReadLimits limits, ServiceHours hours, ILookup<VisitorId, DateTimeOffset> arrivals)
{
    /// <summary>The anomalies that end at a moment or later, the newest first.</summary>
    /// <param name="looks">Of one office; those before that moment tell what is usual.</param>
    public IReadOnlyList<ReadAnomaly> Since(DateTimeOffset from, IEnumerable<ReadRow> looks)
    {
        var asked = looks.Where(it => it.IsDeliberate).OrderBy(it => it.At).ThenBy(it => it.Visitor.Value).ThenBy(it => it.Reader).ToList();
        var readers = asked.GroupBy(it => it.Reader).ToList();
        var devices = asked.Where(it => it.Device is not null).GroupBy(it => it.Device!)
            .Where(it => it.Select(look => look.Reader).Distinct().Count() > 1);
        IEnumerable<ReadAnomaly> found =
        [
            .. readers.SelectMany(it => Many(it.Key, [.. it], isDevice: false)),
            .. devices.SelectMany(it => Many(it.Key, [.. it], isDevice: true)),
            .. readers.SelectMany(it => ByDay(it).SelectMany(day => Outside(it.Key, day)).Concat(Strangers(it.Key, ByDay(it)))),
            .. readers.SelectMany(it => Rises(it.Key, [.. ByDay(it)])),
        ];
        return
        [
            .. found.Where(it => it.To >= from).OrderByDescending(it => it.To).ThenBy(it => it.Kind)
                .ThenBy(it => it.Subject, StringComparer.Ordinal),
        ];
    }

    // Windows that overlap are one: somebody who reads on for an hour is told once.
    IEnumerable<ReadAnomaly> Many(string subject, IReadOnlyList<ReadRow> looks, bool isDevice)
    {
        ReadAnomaly Told(int first, int last) =>
            new(ReadAnomalyKind.ManyAtOnce, subject, isDevice, looks[first].At, looks[last].At, People(looks.Take(first..(last + 1))));

        var window = new Dictionary<VisitorId, int>();
        (int First, int Last)? open = null;
        for (int first = 0, last = 0; last < looks.Count; last++)
        {
            window[looks[last].Visitor] = window.GetValueOrDefault(looks[last].Visitor) + 1;
            for (; looks[last].At - looks[first].At > limits.Within; first++)
                if (--window[looks[first].Visitor] == 0) window.Remove(looks[first].Visitor);
            if (window.Count < limits.Many) continue;
            if (open is { } before && first > before.Last) yield return Told(before.First, before.Last);
            open = open is { } still && first <= still.Last ? (still.First, last) : (first, last);
        }
        if (open is { } end) yield return Told(end.First, end.Last);
    }

    IEnumerable<ReadAnomaly> Outside(string reader, IEnumerable<ReadRow> day)
    {
        var looks = day.Where(it => !IsAtWork(it.At)).ToList();
        if (looks.Count > 0) yield return new(ReadAnomalyKind.OutsideHours, reader, false, looks[0].At, looks[^1].At, looks.Count);
    }

    IEnumerable<ReadAnomaly> Strangers(string reader, IEnumerable<IGrouping<DateOnly, ReadRow>> days) =>
        from day in days
        let looks = day.Where(it => it is { Purpose: SeenFor.Serving or null, What: not Seen.RefusedForm } && !WasHere(it)).ToList()
        where looks.Count > 0
        select new ReadAnomaly(
            ReadAnomalyKind.NoVisit, reader, false, looks[0].At, looks[^1].At, looks.Select(it => it.Visitor).Distinct().Count());

    IEnumerable<ReadAnomaly> Rises(string reader, IReadOnlyList<IGrouping<DateOnly, ReadRow>> days)
    {
        foreach (var (index, day) in days.Index())
        {
            var before = days.Take(index).Where(it => it.Key.AddDays(ReadLimits.UsualDays) >= day.Key).Select(People).Order().ToList();
            var count = People(day);
            if (before.Count < ReadLimits.LeastDays || count < limits.Least) continue;
            var usual = before[before.Count / 2];
            if (count > limits.Times * usual)
                yield return new(ReadAnomalyKind.Rise, reader, false, day.First().At, day.Last().At, count, usual);
        }
    }

    IEnumerable<IGrouping<DateOnly, ReadRow>> ByDay(IEnumerable<ReadRow> looks) => looks.GroupBy(it => hours.LocalDay(it.At));

    bool IsAtWork(DateTimeOffset at) =>
        hours.Instants(hours.LocalDay(at)).Any(it => at >= it.From - limits.Margin && at <= it.To + limits.Margin);

    bool WasHere(ReadRow look) => arrivals[look.Visitor].Any(it => it <= look.At && look.At - it <= TimeSpan.FromDays(limits.Days));

    static int People(IEnumerable<ReadRow> looks) => looks.Select(it => it.Visitor).Distinct().Count();
}
