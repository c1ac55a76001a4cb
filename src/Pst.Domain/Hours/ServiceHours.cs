namespace Pst.Domain;

/// <summary>
/// When an office serves. A date's own override decides alone; else a holiday closes it; else its season's week holds, or the ordinary one.
/// </summary>
public sealed class ServiceHours(LocalSettings local, Zone zone)
{
    readonly Dictionary<DateOnly, ValueList<Span>> overrides = local.DayOverrides.ToDictionary(it => it.Day, it => it.Spans);
    readonly HashSet<DateOnly> holidays = [.. local.Holidays];

    public Zone Zone => zone;

    public DateOnly LocalDay(DateTimeOffset instant) => zone.Day(instant);

    /// <summary>In order; spans that touch are one.</summary>
    public IReadOnlyList<Span> SpansOn(DateOnly day) =>
        overrides.TryGetValue(day, out var spans) ? Span.Joined(spans)
        : holidays.Contains(day) ? []
        : Span.Joined(WeekOf(day).On(day.DayOfWeek));

    /// <summary>The same as points in time, the end exclusive.</summary>
    public IReadOnlyList<(DateTimeOffset From, DateTimeOffset To)> Instants(DateOnly day) =>
        [.. SpansOn(day).Select(it => (zone.At(day, it.From), zone.At(day, it.To)))];

    public bool IsOpen(DateTimeOffset instant) =>
        SpansOn(LocalDay(instant)).Any(it => it.Contains(TimeOnly.FromDateTime(zone.Local(instant).DateTime)));

    /// <summary>Whether a number may be taken: while open, and as long before an opening as the office says.</summary>
    public bool Admits(DateTimeOffset instant) =>
        NextOpening(instant) is { } opening && opening - instant <= TimeSpan.FromMinutes(local.EarlyArrivalMinutes ?? 0);

    /// <summary>The instant itself when open; null when the office never opens again.</summary>
    public DateTimeOffset? NextOpening(DateTimeOffset instant) =>
        IsOpen(instant) ? instant
        : DaysToSearch(LocalDay(instant)).SelectMany(Instants).Select(it => (DateTimeOffset?)it.From).FirstOrDefault(it => it > instant);

    // A week of days after each change of hours is enough, however far ahead it lies: until the next change every week is alike.
    IEnumerable<DateOnly> DaysToSearch(DateOnly first) =>
        Changes().Where(it => it > first.DayNumber).Prepend(first.DayNumber)
            .SelectMany(it => Enumerable.Range(it, 7))
            .Where(it => it <= DateOnly.MaxValue.DayNumber)
            .Distinct().Order().Select(DateOnly.FromDayNumber);

    IEnumerable<int> Changes() =>
    [
        .. overrides.Keys.Concat(holidays).SelectMany(it => new[] { it.DayNumber, it.DayNumber + 1 }),
        .. (local.SeasonalHours ?? []).SelectMany(it => new[] { it.From.DayNumber, it.To.DayNumber + 1 }),
    ];

    WeeklyHours WeekOf(DateOnly day) => local.SeasonalHours?.FirstOrDefault(it => it.Contains(day))?.Hours ?? local.Hours;
}
