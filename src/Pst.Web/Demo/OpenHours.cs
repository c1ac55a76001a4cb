using Pst.Domain;

namespace Pst.Web.Demo;

/// <summary>
/// Keeps an office open around a moment, by overrides for those days alone: a living office is shown also at night and on Sundays.
/// </summary>
internal static class OpenHours
{
    static readonly TimeSpan Ahead = TimeSpan.FromHours(3);

    // The last minute that a file can name.
    static readonly TimeOnly EndOfDay = new(23, 59);

    /// <summary>The office as it is where it is open for the whole of the scene and half an hour more, else with overrides.</summary>
    public static Office Around(Office office, DateTimeOffset now)
    {
        var hours = new ServiceHours(office.Local, office.Details.TimeZone);
        var (from, to) = (now - Scene.Reach, now + Ahead);
        var isOpen = hours.Instants(hours.LocalDay(now)).Any(it => it.From <= from && now.AddMinutes(30) <= it.To);
        if (isOpen) return office;

        DateOnly[] days = [.. new[] { hours.LocalDay(from), hours.LocalDay(to) }.Distinct()];
        var overrides = office.Local.DayOverrides.Where(it => !days.Contains(it.Day))
            .Concat(days.Select(it => new DayOverride(it, Widened(hours.SpansOn(it), it, from, to, office.Details.TimeZone))));
        return office with { Local = office.Local with { DayOverrides = [.. overrides.OrderBy(it => it.Day)] } };
    }

    static ValueList<Span> Widened(IReadOnlyList<Span> spans, DateOnly day, DateTimeOffset from, DateTimeOffset to, Zone zone)
    {
        var added = new Span(
            zone.Day(from) < day ? TimeOnly.MinValue : WholeMinute(zone.Local(from)),
            zone.Day(to) > day ? EndOfDay : WholeMinute(zone.Local(to)));
        var touched = spans.Where(it => it.From <= added.To && added.From <= it.To).Append(added).ToList();
        var joined = new Span(touched.Min(it => it.From), touched.Max(it => it.To));
        return [.. spans.Except(touched).Append(joined).OrderBy(it => it.From)];
    }

    static TimeOnly WholeMinute(DateTimeOffset local) => new(local.Hour, local.Minute);
}
