namespace Pst.EventStore;

/// <summary>What a transaction begins with; all of it goes to the database in one round trip.</summary>
/// <param name="Tenant">The office: no other office's rows can be read or written in this transaction.</param>
/// <param name="Command">The id of the command that is carried out; the store looks whether it was carried out before.</param>
/// <param name="Streams">The streams to load. Only these can be appended to; one that does not exist yet is loaded empty.</param>
public sealed record Opening(string Tenant, Guid Command, IReadOnlyList<Guid> Streams)
{
    /// <summary>Runs before anything is read: locks what makes the decisions of one office stand in a row.</summary>
    public BatchQuery? Lock { get; init; }

    /// <summary>Loads of each stream the last event alone: for those who add to it whatever has happened before.</summary>
    public bool LastOnly { get; init; }

    /// <summary>Read after the lock is held and the streams are loaded.</summary>
    public IReadOnlyList<BatchQuery> Facts { get; init; } = [];
}
