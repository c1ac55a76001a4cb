using System.Security.Cryptography;

namespace Pst.Proof;

/// <summary>The hashes of RFC 6962 (2.1): a tree over the leaves of the log, in the order of their positions.</summary>
public static class Merkle
{
    /// <summary>Bytes of a hash.</summary>
    public const int Length = SHA256.HashSizeInBytes;

    /// <summary>What stands for a tree without leaves.</summary>
    public static byte[] EmptyRoot => SHA256.HashData([]);

    public static byte[] Leaf(ReadOnlySpan<byte> data)
    {
        Span<byte> hashed = data.Length < 1024 ? stackalloc byte[data.Length + 1] : new byte[data.Length + 1];
        hashed[0] = 0;
        data.CopyTo(hashed[1..]);
        return SHA256.HashData(hashed);
    }

    public static byte[] Node(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        Span<byte> hashed = stackalloc byte[1 + 2 * Length];
        hashed[0] = 1;
        left.CopyTo(hashed[1..]);
        right.CopyTo(hashed[(1 + Length)..]);
        return SHA256.HashData(hashed);
    }

    /// <summary>Where a tree of at least two leaves is split: the largest power of two below its size.</summary>
    internal static long SplitOf(long size) => 1L << (63 - (int)long.LeadingZeroCount(size - 1));
}
