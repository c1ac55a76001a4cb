using Npgsql;
using Pst.Proof;

namespace Pst.EventStore;

/// <summary>An entry of the log as its leaf shows it.</summary>
/// <param name="Leaf">Its hash.</param>
/// <param name="Event">Null where who asks may not see it.</param>
public sealed record LoggedEntry(long Position, byte[] Leaf, LoggedEvent? Event);

/// <summary>Reads entries with every column of the event, to the letter: their leaves can be made again from what is read.</summary>
public static class LoggedEvents
{
    const string Columns = """
        l.position, l.hash, e.seq_id, e.id, e.stream_id, e.version, e.data::text, e.bdata, e.type,
        (extract(epoch from e.timestamp) * 1000000)::bigint, e.tenant_id, e.mt_dotnet_type, e.correlation_id, e.causation_id,
        e.headers::text, e.user_name, e.is_archived
        """;

    /// <summary>Some positions, both included. Which events it shows is the connection's matter.</summary>
    public static NpgsqlBatchCommand Between(long from, long to) => Statement.Of($"""
        select {Columns} from pst.log_leaf l left join pst.mt_events e on e.seq_id = l.seq_id
        where l.position between $1 and $2 order by l.position
        """).With(from).With(to);

    /// <summary>One stream.</summary>
    public static NpgsqlBatchCommand Of(string tenant, Guid stream) => Statement.Of($"""
        select {Columns} from pst.mt_events e join pst.log_leaf l on l.seq_id = e.seq_id
        where e.tenant_id = $1 and e.stream_id = $2 order by e.version
        """).With(tenant).With(stream);

    /// <summary>The entries of a result.</summary>
    public static async Task<IReadOnlyList<LoggedEntry>> ReadAsync(NpgsqlDataReader rows, CancellationToken cancel)
    {
        var found = new List<LoggedEntry>();
        while (await rows.ReadAsync(cancel))
            found.Add(new(rows.GetInt64(0), rows.GetFieldValue<byte[]>(1), rows.IsDBNull(2) ? null : Event(rows)));
        return found;
    }

    static LoggedEvent Event(NpgsqlDataReader row)
    {
        string? Text(int column) => row.IsDBNull(column) ? null : row.GetString(column);
        return new(
            row.GetInt64(2), row.GetGuid(3), row.IsDBNull(4) ? null : row.GetGuid(4), row.GetInt64(5), row.GetString(6),
            row.IsDBNull(7) ? null : row.GetFieldValue<byte[]>(7), row.GetString(8), row.GetInt64(9), Text(10), Text(11), Text(12),
            Text(13), Text(14), Text(15), row.IsDBNull(16) ? null : row.GetBoolean(16));
    }
}
