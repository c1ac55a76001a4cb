using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Pst.Web.Simulation;

/// <summary>Ids that follow from what they name: the same simulation made again has the same ones.</summary>
internal static class SampleId
{
    public static Guid Of(string name) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"demo/{name}")).AsSpan(0, 16), bigEndian: true);

    /// <summary>Of an event, by its place in its stream.</summary>
    public static Guid Of(Guid stream, long version)
    {
        Span<byte> place = stackalloc byte[24];
        stream.TryWriteBytes(place);
        BinaryPrimitives.WriteInt64BigEndian(place[16..], version);
        return new(SHA256.HashData(place).AsSpan(0, 16), bigEndian: true);
    }
}
