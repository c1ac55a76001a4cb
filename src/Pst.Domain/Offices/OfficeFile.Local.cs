using static Pst.Domain.InputError;

namespace Pst.Domain;

public static partial class OfficeFile
{
    static LocalSettings ReadLocal(Fields local) => new(
        ReadWeek(local.Object("hours")),
        ReadSeasons(local.At("seasonalHours")),
        local.List("holidays", 1000, it => it.Date()),
        ReadOverrides(local.Object("dayOverrides")),
        ReadDistinct<Locker>(local.At("lockers"), 500),
        ReadDistinct<Desk>(local.At("desks"), 50),
        local.Int("amberAtPercent", 1, 100),
        local.Int("ratingOpenHours", 0, 8760),
        local.Int("retentionDays", 1, 36_500),
        local.OptionalObject("uses") is { } uses ? new(uses.Bool("tickets"), uses.Bool("display"), uses.Bool("voice")) : null,
        local.OptionalInt("earlyArrivalMinutes", 0, 240),
        local.OptionalObject("pledge") is { } pledge ? ReadPledge(pledge) : null,
        local.OptionalText("compensation", Offer),
        local.OptionalInt("archiveDays", 0, 36_500),
        local.OptionalInt("appointmentPlaces", 0, 50));

    static Pledge ReadPledge(Fields pledge) =>
        new(pledge.Text("text", Statement, lines: true), pledge.Text("signedBy", Name), pledge.Text("position", Name),
            pledge.Date("signedOn"));

    static WeeklyHours ReadWeek(Fields week) => new(
        ReadSpans(week.At("mon")), ReadSpans(week.At("tue")), ReadSpans(week.At("wed")), ReadSpans(week.At("thu")),
        ReadSpans(week.At("fri")), ReadSpans(week.At("sat")), ReadSpans(week.At("sun")));

    static ValueList<SeasonalHours>? ReadSeasons(Field seasons)
    {
        if (!seasons.IsGiven) return null;
        var read = seasons.List(100, it => ReadSeason(it, it.Object()));
        RefuseOverlaps(seasons, read, it => it.From, (earlier, later) => later.From <= earlier.To);
        return read;
    }

    static SeasonalHours ReadSeason(Field at, Fields season)
    {
        var read = new SeasonalHours(season.Date("from"), season.Date("to"), ReadWeek(season.Object("hours")));
        if (at.IsSound && read.To < read.From) at.Refuse(new EndsTooEarly());
        return read;
    }

    static ValueList<DayOverride> ReadOverrides(Fields overrides) =>
        [.. overrides.Names.Select(it => ReadOverride(overrides.At(it), it)).OrderBy(it => it.Day)];

    static DayOverride ReadOverride(Field entry, string name) => new(ReadDay(entry, name), ReadSpans(entry));

    static DateOnly ReadDay(Field entry, string name)
    {
        if (!IsoTime.TryReadDate(name, out var day)) entry.Refuse(new NotADate());
        return day;
    }

    static ValueList<Span> ReadSpans(Field day)
    {
        var spans = day.List(50, ReadSpan);
        RefuseOverlaps(day, spans, it => it.From, (earlier, later) => later.From < earlier.To);
        return spans;
    }

    // ["08:00", "12:00"]
    static Span ReadSpan(Field span)
    {
        var times = span.List(2, it => it.Time());
        if (span.IsSound && times.Count != 2) span.Refuse(new NotASpan());
        if (span.IsSound && times[1] <= times[0]) span.Refuse(new EndsTooEarly());
        return times.Count == 2 ? new(times[0], times[1]) : new(default, default);
    }

    static void RefuseOverlaps<T, TTime>(Field list, ValueList<T> entries, Func<T, TTime> from, Func<T, T, bool> overlap)
    {
        if (!list.IsSound) return;
        var inOrder = entries.Index().OrderBy(it => from(it.Item)).ToList();
        foreach (var (earlier, later) in inOrder.Zip(inOrder.Skip(1)))
            if (overlap(earlier.Item, later.Item)) list.Refuse(later.Index, new Overlapping());
    }

    static ValueList<T> ReadDistinct<T>(Field list, int max) where T : struct, IParsable<T>
    {
        var entries = list.List(max, it => it.Parsed<T>());
        if (!list.IsSound) return entries;
        foreach (var (index, entry) in entries.Index())
            if (entries.Take(index).Contains(entry)) list.Refuse(index, new NotDistinct());
        return entries;
    }
}
