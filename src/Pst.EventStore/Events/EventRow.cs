using Npgsql;

namespace Pst.EventStore;

/// <summary>A row of mt_events, as all queries of the store select it and as it is read.</summary>
static class EventRow
{
    internal const string Columns = """
        e.tenant_id, e.stream_id, e.version, e.seq_id, e.type, e.timestamp,
        e.user_name, e.correlation_id, e.causation_id, e.headers, e.data
        """;

    /// <param name="row">Stands on a row.</param>
    /// <param name="types">How data is read.</param>
    /// <param name="first">Where the columns begin.</param>
    internal static StoredEvent Read(NpgsqlDataReader row, EventTypes types, int first = 0)
    {
        // In their order: the reader goes through a row once, and from its beginning for whoever looks back.
        var (tenant, stream, version, sequence) =
            (row.GetString(first), row.GetGuid(first + 1), row.GetInt64(first + 2), row.GetInt64(first + 3));
        var (alias, recorded) = (row.GetString(first + 4), row.GetFieldValue<DateTimeOffset>(first + 5));
        var envelope = ReadEnvelope(row, recorded, first + 6);
        return new(tenant, stream, version, sequence, alias, types.Read(alias, row.GetFieldValue<byte[]>(first + 10)), envelope, recorded);
    }

    static Envelope ReadEnvelope(NpgsqlDataReader row, DateTimeOffset recorded, int first)
    {
        var (actor, correlation, causation) = (Text(row, first), Text(row, first + 1), Text(row, first + 2));
        var headers = row.IsDBNull(first + 3) ? "{}"u8 : row.GetFieldValue<byte[]>(first + 3);
        return Headers.Read(headers, recorded, actor ?? "", correlation, causation);
    }

    static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
