using Npgsql;
using NpgsqlTypes;

namespace Pst.EventStore;

/// <summary>
/// Copies many rows into temporary tables and from there into the store's, as the same role, under the same policies and triggers as every
/// append. PostgreSQL refuses a COPY straight into a table with row-level security. See docs/decisions/0020-bulk.md.
/// </summary>
sealed class BulkBatch(BulkAppend append, Opening opening, StreamTransaction before, EventTypes types)
{
    const string Streams = "pst.mt_streams", Events = "pst.mt_events";

    static readonly string[] StreamColumns = ["tenant_id", "id", "version", "timestamp", "created"];

    // seq_id holds the place in this append until the events are stored.
    static readonly string[] EventColumns =
    [
        "seq_id", "id", "stream_id", "version", "data", "type", "timestamp", "tenant_id", "mt_dotnet_type", "correlation_id",
        "causation_id", "headers", "user_name",
    ];

    static readonly string Rest = string.Join(", ", EventColumns[1..]);

    // Drawn in the order of the append, and after the streams were moved.
    static readonly string StoreEvents = $"""
        with stored as (
            insert into {Events} (seq_id, {Rest})
            select nextval('pst.mt_events_sequence'), {Rest} from (select * from {Staged(Events)} order by seq_id) happened
            returning seq_id)
        select max(seq_id) from stored
        """;

    readonly Dictionary<Guid, long> versions = [];

    /// <summary>Brings the rows to the server; nothing is stored yet.</summary>
    internal async Task CopyAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        await CopyAsync(connection, Events, EventColumns, WriteEvents, cancel);
        await CopyAsync(connection, Streams, StreamColumns, WriteStreams, cancel);
        foreach (var rows in append.Rows)
            await CopyAsync(connection, rows.Table, rows.Columns, copy => Write(copy, rows.Values), cancel);
    }

    /// <summary>Stores what was copied, and commits.</summary>
    internal NpgsqlBatch ToSend(NpgsqlConnection connection)
    {
        var batch = new NpgsqlBatch(connection) { Timeout = 0 };
        batch.BatchCommands.Add(Statement.Of(Add(Streams, StreamColumns)));
        foreach (var (stream, version) in versions.Where(it => before.Find(it.Key) is { Version: > 0 }))
            batch.BatchCommands.Add(Move(before[stream], version));
        batch.BatchCommands.Add(Statement.Of(StoreEvents));
        foreach (var guard in append.Guards)
            batch.BatchCommands.Add(guard);
        foreach (var rows in append.Rows)
            batch.BatchCommands.Add(Statement.Of(Add(rows.Table, rows.Columns)));
        batch.BatchCommands.Add(Statement.Of("commit"));
        return batch;
    }

    /// <summary>The last event's sequence number.</summary>
    internal static async Task<long> ReadAsync(NpgsqlDataReader rows)
    {
        await rows.ReadAsync(CancellationToken.None);
        var last = rows.GetInt64(0);
        // An error of a later statement or of the commit itself comes only when its answer is read.
        while (await rows.NextResultAsync(CancellationToken.None))
        {
        }

        return last;
    }

    static async Task CopyAsync(
        NpgsqlConnection connection, string table, IReadOnlyList<string> columns, Action<NpgsqlBinaryImporter> write,
        CancellationToken cancel)
    {
        // Only what is written: a column with a value by itself takes it where the rows are moved to.
        var stage = $"""
            create temporary table if not exists {Staged(table)} on commit delete rows
            as select {string.Join(", ", columns)} from {table} with no data
            """;
        await using (var command = new NpgsqlCommand(stage, connection))
            await command.ExecuteNonQueryAsync(cancel);
        await using var copy = await connection.BeginBinaryImportAsync(
            $"copy {Staged(table)} ({string.Join(", ", columns)}) from stdin (format binary)", cancel);
        write(copy);
        await copy.CompleteAsync(cancel);
    }

    void WriteEvents(NpgsqlBinaryImporter copy)
    {
        foreach (var (index, happened) in append.Events.Index())
            WriteEvent(copy, index + 1L, happened);
    }

    void WriteEvent(NpgsqlBinaryImporter copy, long place, BulkEvent happened)
    {
        var ((data, envelope), history) = (happened.Happened, before.Find(happened.Stream));
        var version = versions.GetValueOrDefault(happened.Stream, history?.Version ?? 0) + 1;
        versions[happened.Stream] = version;
        copy.StartRow();
        copy.Write(place);
        copy.Write(happened.Id);
        copy.Write(happened.Stream);
        copy.Write(version);
        copy.Write(types.Write(data), NpgsqlDbType.Jsonb);
        copy.Write(types.AliasOf(data.GetType()));
        copy.Write(RecordedAt(history), NpgsqlDbType.TimestampTz);
        copy.Write(opening.Tenant);
        copy.Write(types.DotNetNameOf(data.GetType()));
        copy.Write(envelope.Correlation, NpgsqlDbType.Text);
        copy.Write(envelope.Causation, NpgsqlDbType.Text);
        copy.Write(Headers.Write(envelope), NpgsqlDbType.Jsonb);
        copy.Write(envelope.Actor);
    }

    void WriteStreams(NpgsqlBinaryImporter copy) =>
        Write(copy, versions.Where(it => before.Find(it.Key) is not { Version: > 0 })
            .Select(it => (object?[])[opening.Tenant, it.Key, it.Value, before.Now, before.Now]));

    static void Write(NpgsqlBinaryImporter copy, IEnumerable<object?[]> rows)
    {
        foreach (var row in rows)
            copy.WriteRow(row);
    }

    DateTimeOffset RecordedAt(StreamHistory? history) => history?.RecordedAt(before.Now) ?? before.Now;

    NpgsqlBatchCommand Move(StreamHistory stream, long version) => Statement.Of(AppendBatch.Move)
        .With(opening.Tenant).With(stream.Id).With(version).With(RecordedAt(stream)).With(stream.Version);

    static string Add(string table, IReadOnlyList<string> columns) =>
        $"insert into {table} ({string.Join(", ", columns)}) select {string.Join(", ", columns)} from {Staged(table)}";

    static string Staged(string table) => $"pg_temp.bulk_{table.Replace('.', '_')}";
}
