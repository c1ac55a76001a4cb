using Pst.EventStore;


namespace Pst.Projections;

/// <summary>Reads the log as one projection needs it.</summary>
/// <param name="most">Positions a page.</param>
internal sealed class LogReader(EventLog log, IReadOnlyCollection<string> aliases, int most)
{
    /// <summary>Whether a page was as long as a page may be, so that there is probably more.</summary>
    internal bool IsFull(long after, LogPage page) => page.Through - after == most;

    /// <summary>The next page. Before an event that cannot be read it ends, so that everything up to there is taken.</summary>
    /// <exception cref="UnknownEventTypeException">The very next event is of a type that nobody knows.</exception>
    internal async Task<LogPage> ReadAsync(long after, CancellationToken cancel)
    {
        for (var size = most; ; size /= 2)
        {
            try
            {
                return await log.ReadAsync(after, size, aliases, cancel);
            }
            catch (UnknownEventTypeException) when (size > 1)
            {
                // Somewhere in this page; half of it may be free of it.
            }
        }
    }
}
