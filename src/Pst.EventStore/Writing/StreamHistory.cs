namespace Pst.EventStore;

/// <summary>A stream as a transaction found it.</summary>
/// <param name="Id">The stream.</param>
/// <param name="Events">In the order of their versions; none when the stream does not exist yet.</param>
public sealed record StreamHistory(Guid Id, IReadOnlyList<StoredEvent> Events)
{
    /// <summary>The last event's version, 0 for a stream that does not exist. An append takes effect at it or not at all.</summary>
    public long Version => Events.Count == 0 ? 0 : Events[^1].Version;

    /// <summary>
    /// The moment at which a next event is recorded: now, but never before the last one, should a clock have been set back.
    /// </summary>
    internal DateTimeOffset RecordedAt(DateTimeOffset now) =>
        Events.Count > 0 && Events[^1].Recorded > now ? Events[^1].Recorded : now;
}
