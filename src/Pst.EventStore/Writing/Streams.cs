using Npgsql;

namespace Pst.EventStore;

/// <summary>The streams of all offices: read one, or load and append in one transaction.</summary>
public sealed class Streams(NpgsqlDataSource app, EventTypes types)
{
    /// <summary>Begins a transaction, in one round trip. It must be disposed; what was not appended by then has not happened.</summary>
    /// <exception cref="StoreBusyException">The lock was not to be had, or the database is not.</exception>
    public async Task<StreamTransaction> BeginAsync(Opening opening, CancellationToken cancel)
    {
        try
        {
            return await OpeningBatch.RunAsync(await app.OpenConnectionAsync(cancel), opening, types, cancel);
        }
        catch (Exception failure) when (WriteFailures.BeforeCommit(failure) is { } known)
        {
            throw known;
        }
    }

    const string UpTo = $"""
        select {EventRow.Columns} from pst.mt_events e join pst.log_leaf l on l.seq_id = e.seq_id
        where e.tenant_id = $1 and e.stream_id = any ($2) and l.position <= $3 order by e.stream_id, e.version
        """;

    /// <summary>Some streams of an office as they stood when the log ended at a position, each in its order.</summary>
    public async Task<IReadOnlyList<StoredEvent>> UpToAsync(
        string tenant, IReadOnlyCollection<Guid> streams, long position, CancellationToken cancel) =>
        await ReadAsync(tenant, Statement.Of(UpTo).With(tenant).With<Guid[]>([.. streams]).With(position), cancel);

    /// <summary>One stream, in one round trip; empty when it does not exist.</summary>
    public async Task<IReadOnlyList<StoredEvent>> ReadAsync(string tenant, Guid stream, CancellationToken cancel) =>
        await ReadAsync(tenant, [stream], cancel);

    /// <summary>Several streams of one tenant, each in its order, in one round trip.</summary>
    public async Task<IReadOnlyList<StoredEvent>> ReadAsync(string tenant, IReadOnlyList<Guid> streams, CancellationToken cancel) =>
        await ReadAsync(tenant, OpeningBatch.Load(tenant, streams), cancel);

    async Task<List<StoredEvent>> ReadAsync(string tenant, NpgsqlBatchCommand query, CancellationToken cancel)
    {
        await using var connection = await app.OpenConnectionAsync(cancel);
        await using var batch = new NpgsqlBatch(connection);
        // Without begin, both statements are one transaction all the same: it ends where the batch does, and the setting with it.
        batch.BatchCommands.Add(OpeningBatch.Enter(tenant));
        batch.BatchCommands.Add(query);
        await using var rows = await batch.ExecuteReaderAsync(cancel);
        await rows.NextResultAsync(cancel);
        var events = new List<StoredEvent>();
        while (await rows.ReadAsync(cancel))
            events.Add(EventRow.Read(rows, types));
        return events;
    }
}
