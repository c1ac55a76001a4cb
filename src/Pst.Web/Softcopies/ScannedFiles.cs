namespace Pst.Web.Softcopies;

/// <summary>
/// What somebody sends – a PDF, or photographs of pages – as one PDF in a folder of ours. What it is its first bytes say; the name that
/// it came by is not even read.
/// </summary>
internal sealed class ScannedFiles(FileLimits limits)
{
    const int MostImages = 60, LongestMark = 8, Piece = 81_920;
    const long MostOfImage = 30L * 1024 * 1024;

    /// <summary>Writes it down; where.</summary>
    /// <exception cref="FileRefusedException">It is none that is taken.</exception>
    public async Task<string> TakeAsync(string folder, IReadOnlyList<Stream> sent, CancellationToken cancel)
    {
        if (sent.Count is 0 or > MostImages) throw new FileRefusedException(sent.Count == 0 ? FileFault.Empty : FileFault.TooManyPages);
        var path = Path.Combine(folder, "sent.pdf");
        var first = new byte[LongestMark];
        var length = await sent[0].ReadAtLeastAsync(first, LongestMark, throwOnEndOfStream: false, cancel);
        if (first.AsSpan(0, length).StartsWith("%PDF-"u8))
        {
            if (sent.Count > 1) throw new FileRefusedException(FileFault.MixedFiles);
            await using var file = File.Create(path);
            await file.WriteAsync(first.AsMemory(0, length), cancel);
            await CopyAsync(sent[0], file, limits.Bytes, cancel);
            return path;
        }
        var images = new List<PdfImage>();
        foreach (var (index, one) in sent.Index()) images.Add(await ImageAsync(index == 0 ? first[..length] : [], one, cancel));
        await File.WriteAllBytesAsync(path, ImagePage.PdfOf(images), cancel);
        return path;
    }

    async Task<PdfImage> ImageAsync(byte[] begun, Stream rest, CancellationToken cancel)
    {
        using var whole = new MemoryStream();
        whole.Write(begun);
        await CopyAsync(rest, whole, MostOfImage, cancel);
        var bytes = whole.GetBuffer().AsSpan(0, (int)whole.Length);
        return bytes.StartsWith((ReadOnlySpan<byte>)[0xff, 0xd8, 0xff]) ? JpegImage.Read(bytes, limits)
            : bytes.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10]) ? PngImage.Read(bytes, limits)
            : throw new FileRefusedException(
                bytes.IsEmpty ? FileFault.Empty : bytes.StartsWith("%PDF-"u8) ? FileFault.MixedFiles : FileFault.UnknownType);
    }

    static async Task CopyAsync(Stream from, Stream to, long most, CancellationToken cancel)
    {
        var piece = new byte[Piece];
        for (int read; (read = await from.ReadAsync(piece, cancel)) > 0;)
        {
            if (to.Length + read > most) throw new FileRefusedException(FileFault.TooLarge);
            await to.WriteAsync(piece.AsMemory(0, read), cancel);
        }
    }
}
