namespace Pst.EventStore;

/// <summary>A command that was carried out already.</summary>
/// <param name="Digest">Of its content.</param>
/// <param name="Stream">The first stream that it appended to; none if only its answer was kept.</param>
/// <param name="FirstVersion">The first event that it appended there.</param>
/// <param name="LastVersion">The last event that it appended there.</param>
/// <param name="Answer">What was answered, where it was kept.</param>
/// <param name="Recorded">When it was carried out.</param>
public sealed record RecordedCommand(
    byte[] Digest, Guid? Stream, long? FirstVersion, long? LastVersion, string? Answer, DateTimeOffset Recorded);
