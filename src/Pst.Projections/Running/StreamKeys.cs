using System.Buffers.Binary;
using Npgsql;
using Pst.EventStore;

namespace Pst.Projections;

/// <summary>Streams as the first two parameters of a statement.</summary>
internal static class StreamKeys
{
    /// <summary>The streams as rows k.</summary>
    internal const string Rows = "unnest($1::text[], $2::uuid[]) as k (tenant_id, stream_id)";

    internal static NpgsqlBatchCommand Of(string sql, IReadOnlyCollection<StreamKey> keys) =>
        Statement.Of(sql).With<string[]>([.. keys.Select(it => it.Tenant)]).With<Guid[]>([.. keys.Select(it => it.Stream)]);
}

/// <summary>A stream of an office.</summary>
internal readonly record struct StreamKey(string Tenant, Guid Stream)
{
    internal static StreamKey Of(LogEntry entry) => new(entry.Event.Tenant, entry.Event.Stream);

    /// <summary>The same kind of key for one event: its position in the log, in the last eight bytes.</summary>
    internal static StreamKey OfEvent(LogEntry entry)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(bytes[8..], entry.Position);
        return new(entry.Event.Tenant, new Guid(bytes, bigEndian: true));
    }
}
