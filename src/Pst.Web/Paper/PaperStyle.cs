using System.Text;

namespace Pst.Web.Paper;

/// <summary>What a printed page wears, put into it: the printer may fetch nothing.</summary>
public sealed class PaperStyle(IWebHostEnvironment files)
{
    static readonly int[] Weights = [400, 600];

    readonly Lazy<string> style = new(() => string.Concat(Weights.Select(it => FontOf(files, it)).Append(Read(files, "paper.css"))));

    /// <summary>The style sheet with the fonts in it, and the foot of each page.</summary>
    /// <param name="foot">At the left; at the right stands the number of the page.</param>
    public string Of(string foot) => $$"""
        {{style.Value}}
        @page { @bottom-left { content: {{Quoted(foot)}}; font: 8pt Inter, sans-serif; color: #555 }
            @bottom-right { content: "Halaman " counter(page) " dari " counter(pages); font: 8pt Inter, sans-serif; color: #555 } }
        """;

    static string FontOf(IWebHostEnvironment files, int weight)
    {
        var file = files.WebRootFileProvider.GetFileInfo($"lib/inter/inter-latin-{weight}-normal.woff2");
        using var bytes = file.CreateReadStream();
        using var read = new MemoryStream();
        bytes.CopyTo(read);
        var font = Convert.ToBase64String(read.ToArray());
        return $"@font-face {{ font-family: Inter; font-weight: {weight}; src: url(data:font/woff2;base64,{font}) }}\n";
    }

    static string Read(IWebHostEnvironment files, string name)
    {
        using var text = new StreamReader(files.WebRootFileProvider.GetFileInfo(name).CreateReadStream());
        return text.ReadToEnd();
    }

    // What is not a letter or digit is written as its number (CSS Syntax 3, 4.3.7), so that no office's name ends the text.
    static string Quoted(string text) =>
        $"\"{string.Concat(text.EnumerateRunes().Select(it => Rune.IsLetterOrDigit(it) ? $"{it}" : $"\\{it.Value:x} "))}\"";
}
