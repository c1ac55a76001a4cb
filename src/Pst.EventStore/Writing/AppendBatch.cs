using Npgsql;
using NpgsqlTypes;

namespace Pst.EventStore;

/// <summary>The second of a command's two round trips: move streams, insert events, hold guards, keep the command, commit.</summary>
sealed class AppendBatch(Append append, Opening opening, StreamTransaction before, EventTypes types)
{
    const string New = "insert into pst.mt_streams (tenant_id, id, version, timestamp, created) values ($1, $2, $3, $4, $4)";

    internal const string Move = "update pst.mt_streams set version = $3, timestamp = $4 where tenant_id = $1 and id = $2 and version = $5";

    // The sequence number is drawn when the stream's row is locked: it rises with the versions of a stream, and a later event is never
    // visible before an earlier one. A stream that had moved on was not moved here, and its events meet the other's in the unique index.
    const string Insert = """
        insert into pst.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type,
            correlation_id, causation_id, headers, user_name)
        values (nextval('pst.mt_events_sequence'), gen_random_uuid(), $2, $3, $5, $6, $4, $1, $7, $8, $9, $10, $11)
        returning seq_id
        """;

    const string KeepCommand = """
        insert into pst.command (tenant_id, id, digest, stream_id, first_version, last_version, answer)
        values ($1, $2, $3, $4, $5, $6, $7)
        """;

    internal NpgsqlBatch ToSend(NpgsqlConnection connection)
    {
        var batch = new NpgsqlBatch(connection);
        foreach (var stream in append.Streams)
            Add(batch.BatchCommands, stream, before[stream.Stream]);
        foreach (var guard in append.Guards)
            batch.BatchCommands.Add(guard);
        if (append.Receipt is { } receipt)
            batch.BatchCommands.Add(Command(receipt, append.Streams.Count > 0 ? append.Streams[0] : null));
        batch.BatchCommands.Add(Statement.Of("commit"));
        return batch;
    }

    internal async Task<Appended> ReadAsync(NpgsqlDataReader rows)
    {
        var heads = new List<StreamHead>(append.Streams.Count);
        foreach (var stream in append.Streams)
        {
            var history = before[stream.Stream];
            var sequence = 0L;
            foreach (var _ in stream.Events)
            {
                await rows.ReadAsync(CancellationToken.None);
                sequence = rows.GetInt64(0);
                await rows.NextResultAsync(CancellationToken.None);
            }

            heads.Add(new(stream.Stream, history.Version + stream.Events.Count, sequence, history.RecordedAt(before.Now)));
        }

        // An error of a guard, of the command's row or of the commit itself comes only when its answer is read.
        while (await rows.NextResultAsync(CancellationToken.None))
        {
        }

        return new(heads);
    }

    void Add(NpgsqlBatchCommandCollection batch, StreamAppend stream, StreamHistory history)
    {
        NpgsqlBatchCommand On(string sql, long version) =>
            Statement.Of(sql).With(opening.Tenant).With(stream.Stream).With(version).With(history.RecordedAt(before.Now));

        var last = history.Version + stream.Events.Count;
        batch.Add(history.Version == 0 ? On(New, last) : On(Move, last).With(history.Version));
        foreach (var (index, happened) in stream.Events.Index())
            batch.Add(With(On(Insert, history.Version + index + 1), happened));
    }

    NpgsqlBatchCommand With(NpgsqlBatchCommand insert, EventToAppend happened)
    {
        var (data, envelope) = happened;
        return insert
            .With(types.Write(data), NpgsqlDbType.Jsonb)
            .With(types.AliasOf(data.GetType()))
            .With(types.DotNetNameOf(data.GetType()))
            .With(envelope.Correlation, NpgsqlDbType.Text)
            .With(envelope.Causation, NpgsqlDbType.Text)
            .With(Headers.Write(envelope), NpgsqlDbType.Jsonb)
            .With(envelope.Actor);
    }

    NpgsqlBatchCommand Command(Receipt receipt, StreamAppend? first)
    {
        var version = first is null ? (long?)null : before[first.Stream].Version;
        return Statement.Of(KeepCommand)
            .With(opening.Tenant)
            .With(opening.Command)
            .With(receipt.Digest)
            .With(first?.Stream, NpgsqlDbType.Uuid)
            .With(version + 1, NpgsqlDbType.Bigint)
            .With(version + first?.Events.Count, NpgsqlDbType.Bigint)
            .With(receipt.Answer, NpgsqlDbType.Text);
    }
}
