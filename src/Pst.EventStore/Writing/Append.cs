using Npgsql;

namespace Pst.EventStore;

/// <summary>What a transaction ends with: all of it is stored, or none.</summary>
/// <param name="Streams">The events by stream; may be empty when only the command's answer is to be kept.</param>
public sealed record Append(IReadOnlyList<StreamAppend> Streams)
{
    /// <summary>Statements of the caller's that must hold together with the events.</summary>
    public IReadOnlyList<NpgsqlBatchCommand> Guards { get; init; } = [];

    /// <summary>What is kept of the command, so that the same id is not carried out twice.</summary>
    public Receipt? Receipt { get; init; }
}

/// <summary>Events for one stream, in their order; at least one.</summary>
public sealed record StreamAppend(Guid Stream, IReadOnlyList<EventToAppend> Events);

/// <summary>What is kept of a command beside what it brought about.</summary>
/// <param name="Digest">Tells the same content from other content under the same id, and cannot be turned back into it.</param>
/// <param name="Answer">What was answered, where it cannot be told from the stream.</param>
public sealed record Receipt(byte[] Digest, string? Answer = null);
