using System.Buffers.Binary;
using System.Buffers.Text;

namespace Pst.Web.Api;

/// <summary>
/// What a command answers so that the next read can wait for it: the number of its last event, opaque to the caller.
/// A command that had nothing to change answers 0: the next read waits for all that was there before.
/// </summary>
public static class Token
{
    public static string Of(long sequence)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, sequence);
        return Base64Url.EncodeToString(bytes);
    }

    public static bool TryRead(string text, out long sequence)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        sequence = 0;
        if (text.Length > 16 || !Base64Url.IsValid(text)
            || !Base64Url.TryDecodeFromChars(text, bytes, out var written) || written != bytes.Length)
            return false;
        sequence = BinaryPrimitives.ReadInt64BigEndian(bytes);
        return sequence >= 0;
    }
}
