using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Pst.Pages.Tests.Support;

/// <summary>The phone that shows codes: RFC 6238, with the framework's own clock, which no test sets.</summary>
public static class Authenticator
{
    /// <summary>The six digits of this half minute.</summary>
    /// <param name="key">As the page shows it, in Base32.</param>
    public static string CodeOf(string key)
    {
        var counter = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 30);
#pragma warning disable CA5350 // the hash that authenticators use
        var hash = HMACSHA1.HashData(FromBase32(key), counter);
#pragma warning restore CA5350
        var number = (BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xF)) & 0x7FFFFFFF) % 1_000_000;
        return number.ToString("000000", CultureInfo.InvariantCulture);
    }

    static byte[] FromBase32(string key)
    {
        var bits = string.Concat(key.Select(it => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(it), 2).PadLeft(5, '0')));
        return [.. bits.Chunk(8).Where(it => it.Length == 8).Select(it => Convert.ToByte(new string(it), 2))];
    }
}
