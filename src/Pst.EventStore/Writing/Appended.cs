namespace Pst.EventStore;

/// <summary>What an append brought about, in the order in which it was asked for.</summary>
public sealed record Appended(IReadOnlyList<StreamHead> Streams);

/// <summary>Where a stream stands after an append.</summary>
/// <param name="Stream">The stream.</param>
/// <param name="Version">Its last event's version.</param>
/// <param name="Sequence">Its last event's sequence number, under which <c>pst.log_leaf</c> will have its position.</param>
/// <param name="Recorded">The one moment at which all events of this append were recorded.</param>
public sealed record StreamHead(Guid Stream, long Version, long Sequence, DateTimeOffset Recorded);
