using Pst.Domain;
using Pst.Projections;

namespace Pst.Web.Pages;

/// <summary>
/// A day by which an office is to have done something, and what is left of it: working days, and on the day itself time of service. The day
/// counts to its end.
/// </summary>
public sealed record DueDay(DateOnly Day, OpenOffice Office, DateTimeOffset Now)
{
    DateOnly Today => Office.Zone.Day(Now);

    /// <summary>0 while it is in time.</summary>
    public int DaysOver => Math.Max(0, Today.DayNumber - Day.DayNumber);

    /// <summary>0 on the day itself.</summary>
    public int WorkingDaysLeft => new WorkingCalendar(Office.State.Local.Holidays).Between(Today, Day);

    /// <summary>What is left of today's service.</summary>
    public TimeSpan LeftToday =>
        Office.State.Hours.Instants(Today).Aggregate(TimeSpan.Zero, (left, it) => left + LeftOf(it.From, it.To));

    public bool IsToday => Day == Today;

    public Urgency State => DaysOver > 0 ? Urgency.Red : IsToday ? Urgency.Amber : Urgency.Green;

    TimeSpan LeftOf(DateTimeOffset from, DateTimeOffset to)
    {
        var left = to - (from > Now ? from : Now);
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }
}
