using Pst.Domain;

namespace Pst.Web.Simulation;

/// <summary>Which locker is taken from when to when, so that no plan gives one to two visitors.</summary>
internal sealed class Lockers(IEnumerable<Locker> lockers)
{
    readonly List<(Locker Locker, List<Period> Taken)> all = [.. lockers.Select(it => (it, new List<Period>()))];

    /// <summary>One that is free all that time, and is then taken; null where all are in use.</summary>
    public Locker? Take(DateTimeOffset from, DateTimeOffset to)
    {
        foreach (var (locker, taken) in all)
        {
            if (taken.Any(it => from <= it.To && it.From <= to)) continue;
            taken.Add(new(from, to));
            return locker;
        }
        return null;
    }
}
