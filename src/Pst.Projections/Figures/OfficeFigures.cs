namespace Pst.Projections;

/// <summary>What figures stand for: the log up to a position, and the moment at which open promises were judged.</summary>
/// <param name="Position">The last one that is in them. Asked for again, it gives the same figures for ever.</param>
/// <param name="At">For a position that was asked for, when it was recorded; else now.</param>
public sealed record Computed(long Position, DateTimeOffset At);

/// <summary>The figures of one office over some days of arrival, both included.</summary>
/// <param name="Settings">The office as it was at that position.</param>
/// <param name="Days">Those with any visit, also a voided one, in their order.</param>
public sealed record OfficeFigures(
    OfficeCode Office, OfficeState Settings, DateOnly From, DateOnly To, Computed Computed, IReadOnlyList<DayFigures> Days)
{
    /// <summary>Of all the days.</summary>
    public Figures Total { get; } = Figures.Sum([.. Days.Select(it => it.Figures)]);

    /// <summary>Visits that were not voided, by weekday and hour of arrival.</summary>
    public int Arrivals(DayOfWeek weekday, int hour) =>
        Days.Where(it => it.Day.DayOfWeek == weekday).Sum(it => it.Figures.CountOf(VisitGrouping.Hour, hour));

    /// <summary>The promised minutes, for a line through the waits; null where no minutes are promised.</summary>
    public int? PromisedMinutes => Settings.StandardOn(To)?.Completion.Minutes;

    /// <summary>The copies that one may have; null where none are offered.</summary>
    public CopyLimit? CopyLimit => Settings.StandardOn(To)?.Printed.Copies;

    /// <summary>The days put together, such as by their week or month; each by its first day.</summary>
    /// <param name="firstDay">The first day of what a day belongs to.</param>
    public IReadOnlyList<DayFigures> Over(Func<DateOnly, DateOnly> firstDay) =>
        [.. Days.GroupBy(it => firstDay(it.Day)).Select(it => new DayFigures(it.Key, Figures.Sum([.. it.Select(day => day.Figures)])))];
}

/// <param name="Day">By the office's calendar; of several days the first.</param>
public sealed record DayFigures(DateOnly Day, Figures Figures);

/// <summary>The visits behind the figures of some days, the first arrived first.</summary>
public sealed record FiguredVisits(OfficeState Settings, Computed Computed, IReadOnlyList<VisitFact> Visits);

/// <summary>The figures of all offices.</summary>
/// <param name="Offices">By their code; one without visits in those days is not there.</param>
public sealed record NationalFigures(DateOnly From, DateOnly To, Computed Computed, IReadOnlyList<OfficeSums> Offices)
{
    public Sums Total { get; } = Sums.Of([.. Offices.Select(it => it.Total)]);
}

/// <summary>The figures of one office among all.</summary>
/// <param name="Months">By the first day of each month with any visit.</param>
public sealed record OfficeSums(OfficeCode Office, IReadOnlyList<(DateOnly Month, Sums Sums)> Months)
{
    public Sums Total { get; } = Sums.Of([.. Months.Select(it => it.Sums)]);
}
