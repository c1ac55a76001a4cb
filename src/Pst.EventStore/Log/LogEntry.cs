namespace Pst.EventStore;

/// <summary>An event at its place in the log of all offices.</summary>
/// <param name="Position">Dense, from 1, given after commit and never changed: the one cursor of the system.</param>
/// <param name="Event">The event.</param>
public readonly record struct LogEntry(long Position, StoredEvent Event);

/// <summary>A stretch of the log.</summary>
/// <param name="Entries">In the order of their positions.</param>
/// <param name="Through">The last position that was looked at: the cursor for the next page, also where nothing was found.</param>
public sealed record LogPage(IReadOnlyList<LogEntry> Entries, long Through);
