using System.Diagnostics;
using System.IO.Compression;
using Microsoft.Extensions.Configuration;
using Pst.Domain;
using Pst.Testing;
using Pst.Web.Library;
using Pst.Web.Softcopies;

namespace Pst.Web.Tests.Softcopies;

/// <summary>Where softcopies are made, with what they are made from.</summary>
internal sealed record Workshop(SoftcopyMaker Maker, StoredFiles Kept, string Folder)
{
    public static readonly OfficeCode Metro = new("1872"), Bima = new("5272");

    public static readonly Mark Mark = new(
        "BPS Kota Metro", new(2026, 3, 2), new(Metro, 2026, 1), "SC-1872-2026-0001-ABCDE23456",
        "https://pst.example/cek/SC-1872-2026-0001-ABCDE23456");

    public static async Task<Workshop> OpenAsync(FileLimits? limits = null)
    {
        var data = await TemporaryFolder.NameAsync();
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Pst:DataDirectory", data)]).Build();
        Directory.CreateDirectory(data);
        return new(new(limits ?? FileLimits.Usual), new(settings, "softcopy"), data);
    }

    /// <summary>The file that was made; where.</summary>
    public async Task<(SoftcopyFile File, string Path)> MakeAsync(string source, PageSpan? span = null, Mark? mark = null)
    {
        var file = await Maker.MakeAsync(Metro, source, mark ?? Mark, span, Kept, CancellationToken.None);
        return (file, Kept.PathOf(Convert.FromHexString(file.Sha256)));
    }

    public async Task<string> WriteAsync(byte[] content)
    {
        var path = Path.Combine(Folder, Path.GetRandomFileName());
        await File.WriteAllBytesAsync(path, content);
        return path;
    }

    /// <summary>A book whose pages say which they are.</summary>
    public static byte[] Book(int pages)
    {
        var pdf = new PdfPages();
        var font = pdf.Add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
        foreach (var page in Enumerable.Range(1, pages))
            pdf.AddPage(595, 842, $"/Font << /F {font} 0 R >>", $"BT /F 12 Tf 50 700 Td (Halaman {page} dari buku) Tj ET");
        return pdf.ToArray();
    }

    /// <summary>A picture of grey steps.</summary>
    public static byte[] Png(int width, int height)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            for (var row = 0; row < height; row++)
                zlib.Write([0, .. Enumerable.Range(0, width).Select(it => (byte)(it + row))]);
        return
        [
            0x89, .. "PNG\r\n"u8, 0x1a, (byte)'\n',
            .. PngChunk("IHDR", [.. Big(width), .. Big(height), 8, 0, 0, 0, 0]), .. PngChunk("IDAT", packed.ToArray()),
            .. PngChunk("IEND", []),
        ];
    }

    public static byte[] PngChunk(string name, byte[] body)
    {
        byte[] named = [.. System.Text.Encoding.ASCII.GetBytes(name), .. body];
        var sum = uint.MaxValue;
        foreach (var one in named)
        {
            sum ^= one;
            for (var bit = 0; bit < 8; bit++) sum = (sum & 1) == 0 ? sum >> 1 : 0xedb88320 ^ (sum >> 1);
        }
        return [.. Big(body.Length), .. named, .. Big((int)~sum)];
    }

    public static byte[] Big(int value) => [(byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value];

    public static async Task QpdfAsync(params string[] arguments)
    {
        using var running = Process.Start("qpdf", arguments);
        await running.WaitForExitAsync();
        running.ExitCode.ShouldBe(0);
    }
}
