namespace Pst.Domain;

/// <summary>When an office is open in an ordinary week. A day without spans is closed.</summary>
public sealed record WeeklyHours(
    ValueList<Span> Mon, ValueList<Span> Tue, ValueList<Span> Wed, ValueList<Span> Thu, ValueList<Span> Fri,
    ValueList<Span> Sat, ValueList<Span> Sun)
{
    /// <summary>Monday first.</summary>
    public static IReadOnlyList<DayOfWeek> Days { get; } =
    [
        DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday,
        DayOfWeek.Saturday, DayOfWeek.Sunday,
    ];

    public ValueList<Span> On(DayOfWeek day) => day switch
    {
        DayOfWeek.Monday => Mon,
        DayOfWeek.Tuesday => Tue,
        DayOfWeek.Wednesday => Wed,
        DayOfWeek.Thursday => Thu,
        DayOfWeek.Friday => Fri,
        DayOfWeek.Saturday => Sat,
        _ => Sun,
    };
}

/// <summary>Other weekly hours from one date to another, both included, such as in Ramadan.</summary>
public sealed record SeasonalHours(DateOnly From, DateOnly To, WeeklyHours Hours)
{
    public bool Contains(DateOnly day) => From <= day && day <= To;
}

/// <summary>The hours of one date, whatever weekday or holiday it is; without spans the office is closed.</summary>
public sealed record DayOverride(DateOnly Day, ValueList<Span> Spans);
