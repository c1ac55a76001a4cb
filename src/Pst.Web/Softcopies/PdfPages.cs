using System.Globalization;
using System.Text;

namespace Pst.Web.Softcopies;

/// <summary>Writes a small PDF (ISO 32000-1): objects one after the other, then where each begins.</summary>
internal sealed class PdfPages
{
    const int Catalog = 1, Tree = 2;

    readonly List<byte[]> objects = [[], []];
    readonly List<int> pages = [];

    /// <summary>Adds an object; its number.</summary>
    public int Add(string value) => Add(Encoding.Latin1.GetBytes(value));

    /// <summary>Adds a stream; its number.</summary>
    /// <param name="entries">Of its dictionary, but for its length.</param>
    public int Add(string entries, ReadOnlySpan<byte> content) =>
        Add([.. Bytes($"<< {entries} /Length {content.Length} >>\nstream\n"), .. content, .. "\nendstream"u8]);

    /// <summary>Adds a page; all numbers are points.</summary>
    public void AddPage(double width, double height, string resources, string content)
    {
        var drawn = Add("", Encoding.Latin1.GetBytes(content));
        var sheet = Text($"/MediaBox [0 0 {width:F2} {height:F2}] /Resources << {resources} >> /Contents {drawn} 0 R");
        pages.Add(Add($"<< /Type /Page /Parent {Tree} 0 R {sheet} >>"));
    }

    public byte[] ToArray()
    {
        objects[Catalog - 1] = Bytes($"<< /Type /Catalog /Pages {Tree} 0 R >>");
        objects[Tree - 1] =
            Bytes($"<< /Type /Pages /Count {pages.Count} /Kids [{string.Join(' ', pages.Select(it => $"{it} 0 R"))}] >>");
        using var file = new MemoryStream();
        file.Write("%PDF-1.7\n%\u00e2\u00e3\n"u8);
        var places = new List<long>();
        foreach (var (index, one) in objects.Index())
        {
            places.Add(file.Length);
            file.Write(Bytes($"{index + 1} 0 obj\n"));
            file.Write(one);
            file.Write("\nendobj\n"u8);
        }
        var table = file.Length;
        file.Write(Bytes($"xref\n0 {places.Count + 1}\n0000000000 65535 f \n"));
        foreach (var place in places) file.Write(Bytes($"{place:D10} 00000 n \n"));
        file.Write(Bytes($"trailer\n<< /Size {places.Count + 1} /Root {Catalog} 0 R >>\nstartxref\n{table}\n%%EOF\n"));
        return file.ToArray();
    }

    /// <summary>With numbers as PDF writes them, whoever reads this program.</summary>
    public static string Text(FormattableString value) => value.ToString(CultureInfo.InvariantCulture);

    int Add(byte[] one)
    {
        objects.Add(one);
        return objects.Count;
    }

    static byte[] Bytes(FormattableString value) => Encoding.Latin1.GetBytes(Text(value));
}
