using System.Security.Cryptography;
using Pst.Web.Database;

namespace Pst.Web.Library;

/// <summary>A file that is kept, under the hash of what is in it.</summary>
/// <param name="Type">As its first bytes say, not as somebody calls it.</param>
internal sealed record StoredFile(byte[] Hash, long Size, string Type);

/// <summary>
/// Covers and PDFs in a folder of the data folder, outside what browsers are served from. A file's name is its SHA-256 and nothing that
/// anybody sent; it is written aside and put in its place whole.
/// </summary>
/// <param name="name">Of the folder.</param>
internal sealed class StoredFiles(IConfiguration configuration, string name = "library")
{
    const int BufferSize = 81_920, LongestMark = 12;
    const UnixFileMode OnlyOurs = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    readonly string folder = Path.Combine(DataFolder.Of(configuration), name);

    /// <summary>Keeps what is read; the same content twice is one file.</summary>
    /// <param name="most">In bytes.</param>
    /// <returns>Null and why it is not kept: <c>too_large</c>, <c>empty</c>, <c>unknown_type</c>.</returns>
    public async Task<(StoredFile? Kept, string Why)> PutAsync(Stream content, long most, CancellationToken cancel)
    {
        var aside = Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "new")).FullName, Path.GetRandomFileName());
        try
        {
            var (hash, size, type) = await WriteAsync(content, aside, most, cancel);
            if (size > most) return (null, "too_large");
            if (type is null) return (null, size == 0 ? "empty" : "unknown_type");
            var path = PathOf(hash);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.Move(aside, path, overwrite: true); // what is there already is the same
            return (new(hash, size, type), "");
        }
        finally
        {
            File.Delete(aside);
        }
    }

    /// <summary>Where a kept file lies.</summary>
    public string PathOf(byte[] hash)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(hash.Length, SHA256.HashSizeInBytes);
        var name = Convert.ToHexStringLower(hash);
        return Path.Combine(folder, name[..2], name);
    }

    /// <summary>Takes away what is not needed and was put here before a moment, and with it what was never finished.</summary>
    /// <param name="needed">Hashes in small hexadecimal digits.</param>
    public void Clear(IReadOnlySet<string> needed, DateTimeOffset before)
    {
        if (!Directory.Exists(folder)) return;
        foreach (var path in Directory.GetFiles(folder, "*", SearchOption.AllDirectories))
            if (!needed.Contains(Path.GetFileName(path)) && IsOlder(path, before)) TakeAway(path, before);
    }

    // First aside: what was put here again in between comes back, for then it is not old.
    void TakeAway(string path, DateTimeOffset before)
    {
        var aside = Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "new")).FullName, Path.GetRandomFileName());
        try { File.Move(path, aside); }
        catch (FileNotFoundException) { return; } // another node was faster
        if (IsOlder(aside, before)) File.Delete(aside);
        else File.Move(aside, path, overwrite: true);
    }

    static bool IsOlder(string path, DateTimeOffset moment) => File.GetLastWriteTimeUtc(path) < moment.UtcDateTime;

    static async Task<(byte[] Hash, long Size, string? Type)> WriteAsync(Stream content, string path, long most, CancellationToken cancel)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OnlyOurs;
        await using var file = new FileStream(path, options);
        using var sum = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (buffer, first, size) = (new byte[BufferSize], Array.Empty<byte>(), 0L);
        for (int read; size <= most && (read = await content.ReadAsync(buffer, cancel)) > 0; size += read)
        {
            if (first.Length < LongestMark) first = [.. first, .. buffer[..Math.Min(read, LongestMark)]];
            sum.AppendData(buffer, 0, read);
            await file.WriteAsync(buffer.AsMemory(0, read), cancel);
        }
        file.Flush(flushToDisk: true);
        return (sum.GetHashAndReset(), size, TypeOf(first));
    }

    static string? TypeOf(ReadOnlySpan<byte> first) =>
        first.StartsWith("%PDF-"u8) ? "application/pdf"
        : first.StartsWith((ReadOnlySpan<byte>)[0xff, 0xd8, 0xff]) ? "image/jpeg"
        : first.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G']) ? "image/png"
        : first.StartsWith("RIFF"u8) && first.Length >= 12 && first[8..].StartsWith("WEBP"u8) ? "image/webp"
        : null;
}
