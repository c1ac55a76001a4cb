using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Pst.Web.Softcopies;

/// <summary>
/// Reads a PNG as it is built (W3C PNG, third edition): every chunk with its sum, and the picture to its last row and not further. A PDF
/// holds the picture as a PNG packs it; what is transparent is not, and what is interlaced neither.
/// </summary>
internal static class PngImage
{
    const int Signature = 8, Around = 12, Grey = 0, Colours = 2, Palette = 3;

    static readonly uint[] Sums = [.. Enumerable.Range(0, 256).Select(it => Divided((uint)it))];

    /// <exception cref="FileRefusedException">It is none that can be taken.</exception>
    public static PdfImage Read(ReadOnlySpan<byte> file, FileLimits limits)
    {
        var (head, palette, picture, at) = ((Head?)null, Array.Empty<byte>(), new MemoryStream(), Signature);
        while (true)
        {
            var (name, body) = Chunk(file, ref at);
            if (name == "IEND") break;
            if (name == "IHDR") head = head is null ? HeadOf(body, limits) : throw Damaged();
            else if (head is null) throw Damaged();
            else if (name == "PLTE") palette = body.Length is > 0 and <= 768 && body.Length % 3 == 0 ? body.ToArray() : throw Damaged();
            else if (name == "IDAT") picture.Write(body);
        }
        if (head is null || (head.Kind == Palette && palette.Length == 0)) throw Damaged();
        MeasurePicture(picture, head);
        return new(head.Width, head.Height, Entries(head, palette), picture.ToArray());
    }

    static (string Name, byte[] Body) Chunk(ReadOnlySpan<byte> file, ref int at)
    {
        if (at + Around > file.Length) throw new FileRefusedException(FileFault.Truncated);
        var length = BinaryPrimitives.ReadUInt32BigEndian(file[at..]);
        if (length > file.Length - at - Around) throw new FileRefusedException(FileFault.Truncated);
        var named = file.Slice(at + 4, 4 + (int)length);
        var end = at + 8 + (int)length;
        if (SumOf(named) != BinaryPrimitives.ReadUInt32BigEndian(file[end..])) throw Damaged();
        at = end + 4;
        return (Encoding.Latin1.GetString(named[..4]), named[4..].ToArray());
    }

    static Head HeadOf(ReadOnlySpan<byte> body, FileLimits limits)
    {
        if (body.Length != 13) throw Damaged();
        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(body), BinaryPrimitives.ReadInt32BigEndian(body[4..]));
        ImagePage.Measure(width, height, limits);
        var (bits, kind) = (body[8], body[9]);
        var isKnown = kind switch
        {
            Grey => bits is 1 or 2 or 4 or 8 or 16,
            Colours => bits is 8 or 16,
            Palette => bits is 1 or 2 or 4 or 8,
            _ => false,
        };
        if (!isKnown || body[10] != 0 || body[11] != 0 || body[12] != 0) throw new FileRefusedException(FileFault.UnsupportedImage);
        return new(width, height, bits, kind);
    }

    // Unpacked, but kept nowhere: a bomb is noticed when it passes what the picture can have.
    static void MeasurePicture(MemoryStream packed, Head head)
    {
        packed.Position = 0;
        var (left, piece) = (head.Length, new byte[81_920]);
        try
        {
            using var unpacked = new ZLibStream(packed, CompressionMode.Decompress, leaveOpen: true);
            for (int read; (read = unpacked.Read(piece)) > 0 && left >= 0;) left -= read;
        }
        catch (InvalidDataException) { throw Damaged(); }
        if (left > 0) throw new FileRefusedException(FileFault.Truncated);
        if (left < 0) throw Damaged();
    }

    static string Entries(Head head, byte[] palette)
    {
        var space = head.Kind switch
        {
            Grey => "/DeviceGray",
            Colours => "/DeviceRGB",
            _ => $"[/Indexed /DeviceRGB {palette.Length / 3 - 1} <{Convert.ToHexString(palette)}>]",
        };
        var rows = $"/Predictor 15 /Colors {head.Samples} /BitsPerComponent {head.Bits} /Columns {head.Width}";
        return $"/ColorSpace {space} /BitsPerComponent {head.Bits} /Filter /FlateDecode /DecodeParms << {rows} >>";
    }

    // ISO 3309, a byte at a time.
    static uint SumOf(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        foreach (var one in bytes) sum = Sums[(byte)(sum ^ one)] ^ (sum >> 8);
        return ~sum;
    }

    static uint Divided(uint value) => Enumerable.Range(0, 8).Aggregate(value, (it, _) => (it & 1) == 0 ? it >> 1 : 0xedb88320 ^ (it >> 1));

    static FileRefusedException Damaged() => new(FileFault.Damaged);

    sealed record Head(int Width, int Height, int Bits, int Kind)
    {
        public int Samples => Kind == Colours ? 3 : 1;

        /// <summary>Of the picture unpacked: each row has a byte before it.</summary>
        public long Length => (1 + ((long)Width * Samples * Bits + 7) / 8) * Height;
    }
}
