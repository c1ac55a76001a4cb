using Npgsql;

namespace Pst.EventStore;

/// <summary>Many events at once, for what was not typed one by one: a transaction ends with it, and all of it is stored, or none.</summary>
/// <param name="Events">
/// In the order that the log is to have. A stream that the opening named goes on from there; any other is new, and it is a conflict if it
/// exists.
/// </param>
public sealed record BulkAppend(IReadOnlyList<BulkEvent> Events)
{
    /// <summary>Statements of the caller's that must hold together with the events; they run before the rows are added.</summary>
    public IReadOnlyList<NpgsqlBatchCommand> Guards { get; init; } = [];

    /// <summary>Rows of the caller's tables that are added with the events.</summary>
    public IReadOnlyList<BulkRows> Rows { get; init; } = [];
}

/// <param name="Id">The event's own id: made by the caller, so that what is made again from a seed is the same.</param>
public sealed record BulkEvent(Guid Stream, Guid Id, EventToAppend Happened);

/// <summary>New rows of one table.</summary>
/// <param name="Table">With its schema.</param>
/// <param name="Columns">In the order of the values, each of the type that Npgsql has for its column.</param>
public sealed record BulkRows(string Table, IReadOnlyList<string> Columns, IReadOnlyList<object?[]> Values);
