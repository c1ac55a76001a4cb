using System.Buffers.Binary;
using System.Text;

namespace Pst.Proof;

/// <summary>
/// A stored event, every column of it, and so the data of its leaf: in the order of the table, each behind its length in bytes (4 bytes,
/// big endian; -1 for null); integers in 8 bytes, ids in 16, truth in 1, all else as its text in UTF-8.
/// </summary>
/// <param name="Sequence">The store's own number.</param>
/// <param name="Data">JSON to the letter, as the store prints it; so are <paramref name="Headers"/>.</param>
/// <param name="RecordedMicros">When the store took it, in microseconds since 1970 UTC.</param>
/// <param name="Tenant">The office.</param>
public sealed record LoggedEvent(
    long Sequence, Guid Id, Guid? Stream, long Version, string Data, byte[]? Binary, string Type, long RecordedMicros, string? Tenant,
    string? DotnetType, string? Correlation, string? Causation, string? Headers, string? Actor, bool? Archived)
{
    /// <summary>The hash of the leaf.</summary>
    public byte[] Leaf()
    {
        using var data = new MemoryStream();
        Write(data, Number(Sequence));
        Write(data, Id.ToByteArray(bigEndian: true));
        Write(data, Stream?.ToByteArray(bigEndian: true));
        Write(data, Number(Version));
        Write(data, Text(Data));
        Write(data, Binary);
        Write(data, Text(Type));
        Write(data, Number(RecordedMicros));
        foreach (var text in (string?[])[Tenant, DotnetType, Correlation, Causation, Headers, Actor]) Write(data, Text(text));
        Write(data, Archived is { } archived ? [archived ? (byte)1 : (byte)0] : null);
        return Merkle.Leaf(data.GetBuffer().AsSpan(0, (int)data.Length));
    }

    static void Write(MemoryStream data, byte[]? field)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, field?.Length ?? -1);
        data.Write(length);
        data.Write(field);
    }

    static byte[]? Text(string? text) => text is null ? null : Encoding.UTF8.GetBytes(text);

    static byte[] Number(long number)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        return bytes;
    }
}
