using Npgsql;
using NpgsqlTypes;

namespace Pst.EventStore;

/// <summary>The second of a command's two round trips: move streams, insert events, hold guards, keep the command, commit.</summary>
static class AppendBatch
{
    const string Begin = """
        insert into pst.mt_streams (tenant_id, id, version, timestamp, created)
        select $1, $2, $3, clock, clock from clock_timestamp() clock
        """;

    const string Move = """
        update pst.mt_streams set version = $3, timestamp = greatest(clock_timestamp(), timestamp)
        where tenant_id = $1 and id = $2 and version = $4
        """;

    // The sequence number is drawn when the stream's row is locked: it rises with the versions of a stream, and a later event is never
    // visible before an earlier one. A stream that had moved on was not moved here, and its events meet the other's in the unique index.
    const string Insert = """
        insert into pst.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type,
            correlation_id, causation_id, headers, user_name)
        select nextval('pst.mt_events_sequence'), gen_random_uuid(), id, $3, $4, $5, timestamp, tenant_id, $6, $7, $8, $9, $10
        from pst.mt_streams where tenant_id = $1 and id = $2
        returning seq_id, timestamp
        """;

    const string KeepCommand = """
        insert into pst.command (tenant_id, id, digest, stream_id, first_version, last_version, answer)
        values ($1, $2, $3, $4, $5, $6, $7)
        """;

    internal static NpgsqlBatch Of(Append append, Opening opening, Dictionary<Guid, StreamHistory> histories, EventTypes types)
    {
        var batch = new NpgsqlBatch();
        foreach (var stream in append.Streams)
            Add(batch, stream, opening.Tenant, histories[stream.Stream].Version, types);
        foreach (var guard in append.Guards)
            batch.BatchCommands.Add(guard);
        if (append.Receipt is not null)
            batch.BatchCommands.Add(Command(append, opening, histories));
        batch.BatchCommands.Add(Statement.Of("commit"));
        return batch;
    }

    internal static async Task<Appended> ReadAsync(Append append, StreamTransaction before, NpgsqlDataReader rows)
    {
        var heads = new List<StreamHead>(append.Streams.Count);
        foreach (var stream in append.Streams)
        {
            var head = new StreamHead(stream.Stream, before[stream.Stream].Version, 0, default);
            foreach (var _ in stream.Events)
            {
                await rows.ReadAsync(CancellationToken.None);
                head = new(stream.Stream, head.Version + 1, rows.GetInt64(0), rows.GetFieldValue<DateTimeOffset>(1));
                await rows.NextResultAsync(CancellationToken.None);
            }

            heads.Add(head);
        }

        // An error of a guard, of the command's row or of the commit itself comes only when its answer is read.
        while (await rows.NextResultAsync(CancellationToken.None))
        {
        }

        return new(heads);
    }

    static void Add(NpgsqlBatch batch, StreamAppend stream, string tenant, long version, EventTypes types)
    {
        var next = version + stream.Events.Count;
        batch.BatchCommands.Add(version == 0
            ? Statement.Of(Begin).With(tenant).With(stream.Stream).With(next)
            : Statement.Of(Move).With(tenant).With(stream.Stream).With(next).With(version));
        foreach (var happened in stream.Events)
            batch.BatchCommands.Add(Event(happened, types, Statement.Of(Insert).With(tenant).With(stream.Stream).With(++version)));
    }

    static NpgsqlBatchCommand Event(EventToAppend happened, EventTypes types, NpgsqlBatchCommand insert)
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

    static NpgsqlBatchCommand Command(Append append, Opening opening, Dictionary<Guid, StreamHistory> histories)
    {
        var first = append.Streams.Count > 0 ? append.Streams[0] : null;
        var version = first is null ? (long?)null : histories[first.Stream].Version;
        return Statement.Of(KeepCommand)
            .With(opening.Tenant)
            .With(opening.Command)
            .With(append.Receipt!.Digest)
            .With(first?.Stream, NpgsqlDbType.Uuid)
            .With(version + 1, NpgsqlDbType.Bigint)
            .With(version + first?.Events.Count, NpgsqlDbType.Bigint)
            .With(append.Receipt.Answer, NpgsqlDbType.Text);
    }
}
