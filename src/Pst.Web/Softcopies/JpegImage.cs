using System.Buffers.Binary;

namespace Pst.Web.Softcopies;

/// <summary>
/// Reads a JPEG as it is built (ITU T.81), from its first marker to its last. What cameras write beside the picture – places, names,
/// small previews – is left out, and so is what follows its end.
/// </summary>
internal static class JpegImage
{
    const byte Mark = 0xff, Start = 0xd8, End = 0xd9, Scan = 0xda, FirstRestart = 0xd0, LastRestart = 0xd7, Adobe = 0xee, Comment = 0xfe;
    const int MostScans = 100; // each makes whoever shows it go through the whole picture

    /// <exception cref="FileRefusedException">It is none that can be taken.</exception>
    public static PdfImage Read(ReadOnlySpan<byte> file, FileLimits limits)
    {
        var (kept, frame, isAdobe, scans, at) = (new List<byte>(file.Length) { Mark, Start }, (Frame?)null, false, 0, 2);
        while (true)
        {
            var (marker, body) = Segment(file, ref at);
            if (marker == End) break;
            if (IsFrame(marker)) frame = frame is null ? FrameOf(marker, file[body], limits) : throw Damaged();
            isAdobe |= marker == Adobe;
            if (marker is (>= 0xe0 and <= 0xef and not Adobe) or Comment) continue;
            kept.AddRange(file[(body.Start.Value - 4)..body.End.Value]);
            if (marker != Scan) continue;
            if (frame is null || ++scans > MostScans) throw Damaged();
            var from = at;
            SkipPicture(file, ref at);
            kept.AddRange(file[from..at]);
        }
        if (frame is null || scans == 0) throw Damaged();
        return new(frame.Width, frame.Height, Entries(frame, isAdobe), [.. kept, Mark, End]);
    }

    static (byte Marker, Range Body) Segment(ReadOnlySpan<byte> file, ref int at)
    {
        while (at + 1 < file.Length && file[at] == Mark && file[at + 1] == Mark) at++; // a marker may be filled up
        if (at + 1 >= file.Length) throw new FileRefusedException(FileFault.Truncated);
        if (file[at] != Mark) throw Damaged();
        var marker = file[at + 1];
        if (marker == End) return (marker, default);
        if (marker is 0 or 1 or Start or (>= FirstRestart and <= LastRestart)) throw Damaged();
        if (at + 4 > file.Length) throw new FileRefusedException(FileFault.Truncated);
        var length = BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]);
        if (length < 2) throw Damaged();
        if (at + 2 + length > file.Length) throw new FileRefusedException(FileFault.Truncated);
        var body = (at + 4)..(at + 2 + length);
        at += 2 + length;
        return (marker, body);
    }

    // In the picture itself a mark is followed by 0, or restarts the reading.
    static void SkipPicture(ReadOnlySpan<byte> file, ref int at)
    {
        while (at + 1 < file.Length && (file[at] != Mark || file[at + 1] is 0 or (>= FirstRestart and <= LastRestart))) at++;
        if (at + 1 >= file.Length) throw new FileRefusedException(FileFault.Truncated);
    }

    static bool IsFrame(byte marker) => marker is >= 0xc0 and <= 0xcf and not (0xc4 or 0xc8 or 0xcc);

    static Frame FrameOf(byte marker, ReadOnlySpan<byte> body, FileLimits limits)
    {
        if (body.Length < 6) throw Damaged();
        var (height, width) = (BinaryPrimitives.ReadUInt16BigEndian(body[1..]), BinaryPrimitives.ReadUInt16BigEndian(body[3..]));
        ImagePage.Measure(width, height, limits);
        if (marker > 0xc2 || body[0] != 8 || body[5] is not (1 or 3 or 4)) throw new FileRefusedException(FileFault.UnsupportedImage);
        return new(width, height, body[5]);
    }

    static string Entries(Frame frame, bool isAdobe) => frame.Colours switch
    {
        1 => "/ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode",
        3 => "/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode",
        _ => $"/ColorSpace /DeviceCMYK /BitsPerComponent 8 /Filter /DCTDecode{(isAdobe ? " /Decode [1 0 1 0 1 0 1 0]" : "")}",
    };

    static FileRefusedException Damaged() => new(FileFault.Damaged);

    sealed record Frame(int Width, int Height, int Colours);
}
