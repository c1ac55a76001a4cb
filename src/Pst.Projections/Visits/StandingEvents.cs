using Pst.EventStore;

namespace Pst.Projections;

/// <summary>What of a visit's events still stands.</summary>
public static class StandingEvents
{
    /// <summary>The events without those that one of them took back.</summary>
    public static IEnumerable<StoredEvent> Standing(this IEnumerable<StoredEvent> events)
    {
        var all = events.ToList();
        var undone = Undone.In(all.Select(it => it.Data));
        return undone.Count == 0 ? all : all.Where(it => !undone.Contains(it.Version));
    }
}
