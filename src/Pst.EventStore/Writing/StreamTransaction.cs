using Npgsql;

namespace Pst.EventStore;

/// <summary>A transaction in one office: what it found, and the append that ends it.</summary>
public sealed class StreamTransaction : IAsyncDisposable
{
    readonly NpgsqlConnection connection;
    readonly Opening opening;
    readonly EventTypes types;
    readonly Dictionary<Guid, StreamHistory> histories;
    bool ended;

    internal StreamTransaction(
        NpgsqlConnection connection, Opening opening, EventTypes types,
        DateTimeOffset now, RecordedCommand? earlier, Dictionary<Guid, StreamHistory> histories)
    {
        (this.connection, this.opening, this.types, this.histories) = (connection, opening, types, histories);
        (Now, Earlier) = (now, earlier);
    }

    /// <summary>The database's clock once the lock was held: the moment at which this transaction's events are recorded.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>The command, if it was carried out before.</summary>
    public RecordedCommand? Earlier { get; }

    /// <summary>A stream that the opening named.</summary>
    public StreamHistory this[Guid stream] => histories[stream];

    /// <summary>The same; null for a stream that the opening did not name.</summary>
    internal StreamHistory? Find(Guid stream) => histories.GetValueOrDefault(stream);

    /// <summary>Stores everything and commits, in one round trip.</summary>
    /// <exception cref="AppendConflictException">Another was faster: nothing is stored.</exception>
    /// <exception cref="StoreBusyException">Nothing is stored.</exception>
    /// <exception cref="OutcomeUnknownException">It may be stored, or not.</exception>
    public async Task<Appended> AppendAsync(Append append, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        End();
        try
        {
            var sent = new AppendBatch(append, opening, this, types);
            await using var batch = sent.ToSend(connection);
            // Once sent, it is waited for: who gave up in the middle of a commit would not know what he has done.
            await using var rows = await batch.ExecuteReaderAsync(CancellationToken.None);
            return await sent.ReadAsync(rows);
        }
        catch (Exception failure) when (WriteFailures.InCommit(failure) is { } known)
        {
            throw known;
        }
    }

    /// <summary>The same for many events. Answers with the last one's sequence number.</summary>
    /// <exception cref="AppendConflictException">Another was faster, or a new stream exists: nothing is stored.</exception>
    /// <exception cref="StoreBusyException">Nothing is stored.</exception>
    /// <exception cref="OutcomeUnknownException">It may be stored, or not.</exception>
    public async Task<long> AppendBulkAsync(BulkAppend append, CancellationToken cancel)
    {
        End();
        var sent = new BulkBatch(append, opening, this, types);
        try
        {
            await sent.CopyAsync(connection, cancel);
        }
        catch (Exception failure) when (WriteFailures.BeforeCommit(failure) is { } known)
        {
            throw known;
        }

        try
        {
            await using var batch = sent.ToSend(connection);
            await using var rows = await batch.ExecuteReaderAsync(CancellationToken.None);
            return await BulkBatch.ReadAsync(rows);
        }
        catch (Exception failure) when (WriteFailures.InCommit(failure) is { } known)
        {
            throw known;
        }
    }

    // A second append would stand outside of the transaction, and its first half could be stored without the other.
    void End()
    {
        if (ended)
            throw new InvalidOperationException("The transaction has ended with its first append.");
        ended = true;
    }

    /// <summary>Gives the locks back; what was not appended has not happened.</summary>
    public ValueTask DisposeAsync() => connection.DisposeAsync();
}
