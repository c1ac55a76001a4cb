using Npgsql;
using NpgsqlTypes;

namespace Pst.EventStore;

/// <summary>The second of a command's two round trips: move the streams, insert the events, hold the guards, keep the command, commit.</summary>
static class AppendBatch
{
    // Sequence numbers are drawn in the select list, which is computed from the stream's row: after that row is locked.
    // Hence they rise with the versions of a stream, and a later event of a stream is never visible before an earlier one.
    const string Insert = """
        insert into pst.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type,
            correlation_id, causation_id, headers, user_name)
        select nextval('pst.mt_events_sequence'), gen_random_uuid(), $2, $3 + e.place, e.data, e.type, coalesce(s.timestamp, clock_timestamp()),
            $1, e.dotnet_type, e.correlation_id, e.causation_id, e.headers, e.user_name
        from unnest($4::jsonb[], $5::text[], $6::text[], $7::text[], $8::text[], $9::jsonb[], $10::text[]) with ordinality
            as e (data, type, dotnet_type, correlation_id, causation_id, headers, user_name, place)
            left join stream s on true
        order by e.place
        returning seq_id, timestamp
        """;

    // A stream that has moved on is not updated; its events then meet those of the other append in the unique index on the version.
    const string ToExisting = $"""
        with stream as (
            update pst.mt_streams set version = $3 + cardinality($4::jsonb[]), timestamp = greatest(clock_timestamp(), timestamp)
            where tenant_id = $1 and id = $2 and version = $3
            returning timestamp)
        {Insert}
        """;

    const string ToNew = $"""
        with stream as (
            insert into pst.mt_streams (tenant_id, id, version, timestamp, created)
            select $1, $2, $3 + cardinality($4::jsonb[]), clock, clock from clock_timestamp() clock
            returning timestamp)
        {Insert}
        """;

    const string KeepCommand = """
        insert into pst.command (tenant_id, id, digest, stream_id, first_version, last_version, answer)
        values ($1, $2, $3, $4, $5, $6, $7)
        """;

    internal static NpgsqlBatch Of(Append append, Opening opening, Dictionary<Guid, StreamHistory> histories, EventTypes types)
    {
        var batch = new NpgsqlBatch();
        foreach (var stream in append.Streams)
            batch.BatchCommands.Add(Events(stream, opening.Tenant, histories[stream.Stream].Version, types));
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
            while (await rows.ReadAsync(CancellationToken.None))
                head = head with { Version = head.Version + 1, Sequence = rows.GetInt64(0), Recorded = rows.GetFieldValue<DateTimeOffset>(1) };
            heads.Add(head);
            await rows.NextResultAsync(CancellationToken.None);
        }

        // An error of a guard, of the command's row or of the commit itself comes only when its answer is read.
        while (await rows.NextResultAsync(CancellationToken.None))
        {
        }

        return new(heads);
    }

    static NpgsqlBatchCommand Events(StreamAppend stream, string tenant, long version, EventTypes types)
    {
        var events = stream.Events;
        return Statement.Of(version == 0 ? ToNew : ToExisting)
            .With(tenant)
            .With(stream.Stream)
            .With(version)
            .With(Array(events, it => types.Write(it.Data)), NpgsqlDbType.Array | NpgsqlDbType.Jsonb)
            .With(Array(events, it => types.AliasOf(it.Data.GetType())))
            .With(Array(events, it => types.DotNetNameOf(it.Data.GetType())))
            .With(Array(events, it => it.Envelope.Correlation))
            .With(Array(events, it => it.Envelope.Causation))
            .With(Array(events, it => Headers.Write(it.Envelope)), NpgsqlDbType.Array | NpgsqlDbType.Jsonb)
            .With(Array(events, it => it.Envelope.Actor));
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

    static T[] Array<T>(IReadOnlyList<EventToAppend> events, Func<EventToAppend, T> value) => [.. events.Select(value)];
}
