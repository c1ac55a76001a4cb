namespace Pst.Proof;

/// <summary>What an auditor takes home: events, each with the proof that it is in the log that a signed checkpoint stands for.</summary>
/// <param name="Head">The checkpoint that all proofs lead to.</param>
/// <param name="Keys">The log's keys, the oldest first.</param>
/// <param name="Earlier">Checkpoints by which one key handed over to the next, each the beginning of the same log.</param>
/// <param name="Events">By position.</param>
public sealed record Bundle(
    SignedCheckpoint Head, IReadOnlyList<LogKey> Keys, IReadOnlyList<EarlierCheckpoint> Earlier, IReadOnlyList<ProvenEvent> Events);

/// <param name="Position">In the log, from 1.</param>
/// <param name="Proof">Its inclusion in the tree of the bundle's checkpoint.</param>
public sealed record ProvenEvent(long Position, LoggedEvent Event, IReadOnlyList<byte[]> Proof);

/// <param name="Note">The signed checkpoint.</param>
/// <param name="Proof">That the log of then is the beginning of the log of the bundle's checkpoint.</param>
public sealed record EarlierCheckpoint(string Note, IReadOnlyList<byte[]> Proof);
