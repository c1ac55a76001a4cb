namespace Pst.Domain;

/// <summary>What a period of figures is; <see cref="Free"/> has the length that somebody gave it.</summary>
public enum PeriodKind { Free, Day, Week, Month, Quarter, Year }

/// <summary>Local days in a row that figures are told of, both ends included.</summary>
public sealed record ReportPeriod
{
    /// <summary>No longer period is told of at once; one that is named longer is cut.</summary>
    public const int MostDays = 3 * 366;

    ReportPeriod(PeriodKind kind, DateOnly from, DateOnly to) => (Kind, From, To) = (kind, from, to);

    public PeriodKind Kind { get; }
    public DateOnly From { get; }
    public DateOnly To { get; }
    public int Days => To.DayNumber - From.DayNumber + 1;

    /// <summary>The day, week from Monday, month, quarter or year that has this day in it.</summary>
    public static ReportPeriod Of(PeriodKind kind, DateOnly day) => kind switch
    {
        PeriodKind.Week => Lasting(kind, day.AddDays(-(((int)day.DayOfWeek + 6) % 7)), it => it.AddDays(7)),
        PeriodKind.Month => Lasting(kind, new(day.Year, day.Month, 1), it => it.AddMonths(1)),
        PeriodKind.Quarter => Lasting(kind, new(day.Year, (day.Month - 1) / 3 * 3 + 1, 1), it => it.AddMonths(3)),
        PeriodKind.Year => Lasting(kind, new(day.Year, 1, 1), it => it.AddYears(1)),
        _ => new(kind, day, day),
    };

    /// <summary>From one day to another, in whichever order they are named.</summary>
    public static ReportPeriod Between(DateOnly one, DateOnly other)
    {
        var (from, to) = one <= other ? (one, other) : (other, one);
        return new(PeriodKind.Free, from, to.DayNumber - from.DayNumber < MostDays ? to : from.AddDays(MostDays - 1));
    }

    /// <summary>Some days that end with this one.</summary>
    public static ReportPeriod EndingOn(DateOnly day, int days) => Between(day.AddDays(1 - days), day);

    public ReportPeriod Before =>
        Kind == PeriodKind.Free ? EndingOn(From.AddDays(-1), Days) : Of(Kind, From.AddDays(-1));

    public ReportPeriod After =>
        Kind == PeriodKind.Free ? Between(To.AddDays(1), To.AddDays(Days)) : Of(Kind, To.AddDays(1));

    public bool Contains(DateOnly day) => From <= day && day <= To;

    /// <summary>
    /// What this one is fairly compared with: the period before, but of one that still runs only as many days as have begun of it.
    /// </summary>
    public ReportPeriod ComparedOn(DateOnly today) =>
        Contains(today) && today < To
            ? Between(Before.From, Earlier(Before.To, Before.From.AddDays(today.DayNumber - From.DayNumber))) : Before;

    static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;

    static ReportPeriod Lasting(PeriodKind kind, DateOnly from, Func<DateOnly, DateOnly> next) => new(kind, from, next(from).AddDays(-1));
}
