using System.Security.Cryptography;

namespace Pst.Web.Softcopies;

/// <summary>A PDF that a softcopy is made from, as its bytes tell without anybody understanding them.</summary>
/// <param name="Sha256">In small hexadecimal digits.</param>
/// <param name="Fault">What is wrong with it at first sight.</param>
internal sealed record SourceFile(string Path, string Sha256, FileFault Fault)
{
    const int Piece = 1 << 20, TailLength = 1024;

    // A signature says which bytes it covers, and those stand unpacked in the file: nobody can write on it and keep it true.
    static ReadOnlySpan<byte> Signed => "/ByteRange"u8;

    public static async Task<SourceFile> ReadAsync(string path, FileLimits limits, CancellationToken cancel)
    {
        await using var file = File.OpenRead(path);
        using var sum = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (buffer, kept, isPdf, isSigned, size) = (new byte[Piece + TailLength], 0, false, false, 0L);
        for (int read; (read = await file.ReadAsync(buffer.AsMemory(kept, Piece), cancel)) > 0; size += read)
        {
            sum.AppendData(buffer, kept, read);
            var seen = buffer.AsMemory(0, kept + read);
            isPdf |= size == 0 && seen.Span.StartsWith("%PDF-"u8);
            isSigned |= seen.Span.IndexOf(Signed) >= 0;
            var tail = seen[Math.Max(0, seen.Length - TailLength)..];
            tail.CopyTo(buffer); // what lies across two pieces is seen, too
            kept = tail.Length;
        }
        var fault = size == 0 ? FileFault.Empty
            : size > limits.Bytes ? FileFault.TooLarge
            : !isPdf ? FileFault.UnknownType
            : buffer.AsSpan(0, kept).IndexOf("%%EOF"u8) < 0 ? FileFault.Truncated
            : isSigned ? FileFault.Signed
            : FileFault.None;
        return new(path, Convert.ToHexStringLower(sum.GetHashAndReset()), fault);
    }
}
