using Pst.Domain;

namespace Pst.Web.Simulation;

/// <summary>Until when each desk of a day is taken.</summary>
internal sealed class Desks(Office office, ServiceHours hours)
{
    readonly Dictionary<Desk, DateTimeOffset> freeFrom =
        office.Local.Desks.DefaultIfEmpty(new Desk("1")).ToDictionary(it => it, _ => DateTimeOffset.MinValue);

    /// <summary>
    /// The desk that is free first, and when it calls who is ready then. Breaks are kept; the end of the day waits for the last visitor.
    /// </summary>
    public (Desk Desk, DateTimeOffset From) Next(DateTimeOffset ready, TimeSpan busy)
    {
        var (desk, free) = freeFrom.MinBy(it => it.Value);
        var from = free > ready ? free : ready;
        if (hours.NextOpening(from) is { } opening && hours.LocalDay(opening) == hours.LocalDay(from)) from = opening;
        freeFrom[desk] = from + busy;
        return (desk, from);
    }
}
