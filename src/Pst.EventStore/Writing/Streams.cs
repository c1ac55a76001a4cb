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

    /// <summary>One stream, in one round trip; empty when it does not exist.</summary>
    public async Task<IReadOnlyList<StoredEvent>> ReadAsync(string tenant, Guid stream, CancellationToken cancel)
    {
        await using var connection = await app.OpenConnectionAsync(cancel);
        await using var batch = new NpgsqlBatch(connection);
        // Without begin, both statements are one transaction all the same: it ends where the batch does, and the setting with it.
        batch.BatchCommands.Add(OpeningBatch.Enter(tenant));
        batch.BatchCommands.Add(OpeningBatch.Load(tenant, [stream]));
        await using var rows = await batch.ExecuteReaderAsync(cancel);
        await rows.NextResultAsync(cancel);
        var events = new List<StoredEvent>();
        while (await rows.ReadAsync(cancel))
            events.Add(EventRow.Read(rows, types));
        return events;
    }
}
