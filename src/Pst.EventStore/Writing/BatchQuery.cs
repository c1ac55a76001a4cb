using Npgsql;

namespace Pst.EventStore;

/// <summary>A statement of the caller's that travels in the store's batch, and what reads its rows.</summary>
/// <param name="Command">It must answer with rows, even if with none: a select, or a change with a returning clause.</param>
/// <param name="Read">Reads the rows of this statement and leaves the reader standing on it.</param>
public sealed record BatchQuery(NpgsqlBatchCommand Command, Func<NpgsqlDataReader, CancellationToken, Task> Read);
