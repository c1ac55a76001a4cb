namespace Pst.EventStore;

/// <summary>An event as it lies in the store.</summary>
/// <param name="Tenant">The office that it belongs to.</param>
/// <param name="Stream">The stream in that office.</param>
/// <param name="Version">Its place in the stream, from 1, without gaps.</param>
/// <param name="Sequence">
/// Unique, and rising within a stream, but neither dense nor in the order of commits: no cursor, see <see cref="EventLog"/>.
/// </param>
/// <param name="Alias">The stored name of its type.</param>
/// <param name="Data">The event itself, of the type that <see cref="EventTypes"/> knows under the alias.</param>
/// <param name="Envelope">Who, when, how.</param>
/// <param name="Recorded">When the database took it; within a stream never before the event that stands before.</param>
public sealed record StoredEvent(
    string Tenant, Guid Stream, long Version, long Sequence, string Alias, object Data, Envelope Envelope, DateTimeOffset Recorded);
