using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Pst.Store.Tests;

/// <summary>The leaf of an event as an outsider would make it who has the stored row and RFC 6962.</summary>
static class LeafEncoding
{
    const string Row = """
        select seq_id, id, stream_id, version, data::text, bdata, type, timestamp, tenant_id, mt_dotnet_type,
            correlation_id, causation_id, headers::text, user_name, is_archived
        from pst.mt_events order by seq_id
        """;

    internal static async Task<List<string>> HashesAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand(Row, connection);
        await using var rows = await command.ExecuteReaderAsync();
        var hashes = new List<string>();
        while (await rows.ReadAsync())
        {
            using var encoding = new MemoryStream();
            encoding.WriteByte(0);
            for (var column = 0; column < rows.FieldCount; column++)
                Write(encoding, rows.IsDBNull(column) ? null : Bytes(rows.GetValue(column)));
            hashes.Add(Convert.ToHexStringLower(SHA256.HashData(encoding.ToArray())));
        }

        return hashes;
    }

    static void Write(MemoryStream encoding, byte[]? field)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, field?.Length ?? -1);
        encoding.Write(length);
        encoding.Write(field);
    }

    static byte[] Bytes(object value) => value switch
    {
        long number => Number(number),
        Guid id => id.ToByteArray(bigEndian: true),
        byte[] bytes => bytes,
        bool truth => [truth ? (byte)1 : (byte)0],
        DateTime moment => Number((moment - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond),
        _ => Encoding.UTF8.GetBytes((string)value),
    };

    static byte[] Number(long number)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        return bytes;
    }
}
