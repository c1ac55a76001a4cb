namespace Pst.Domain;

/// <summary>
/// Which days count for a complaint: Monday to Friday without the office's holidays. Opening hours and overridden days play no part.
/// </summary>
public sealed class WorkingCalendar(IEnumerable<DateOnly> holidays)
{
    readonly HashSet<DateOnly> holidays = [.. holidays];

    public bool IsWorkingDay(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !holidays.Contains(day);

    /// <summary>The last day of an allowance, which ends with that day; the day that it starts on is not counted.</summary>
    /// <param name="workingDays">1 or more.</param>
    public DateOnly After(DateOnly start, int workingDays) =>
        Enumerable.InfiniteSequence(1, 1).Select(start.AddDays).Where(IsWorkingDay).ElementAt(workingDays - 1);

    /// <summary>How many working days there are after a day until another, this included; 0 where it is no later.</summary>
    public int Between(DateOnly after, DateOnly until) =>
        Enumerable.Range(1, Math.Max(0, until.DayNumber - after.DayNumber)).Select(after.AddDays).Count(IsWorkingDay);
}
