using System.Diagnostics;

namespace Pst.Testing;

/// <summary>A PDF as other programs see it: poppler's, which must be there (<c>poppler-utils</c>).</summary>
public sealed record PdfFile(string Path)
{
    public static async Task<PdfFile> OfAsync(byte[] bytes)
    {
        var path = await TemporaryFolder.NameAsync();
        await File.WriteAllBytesAsync(path, bytes);
        return new(path);
    }

    /// <summary>Its text as it is laid out.</summary>
    public Task<string> TextAsync() => RunAsync("pdftotext", "-layout", Path, "-");

    /// <summary>What it says of itself: Title, Pages, Tagged and more.</summary>
    public async Task<IReadOnlyDictionary<string, string>> InfoAsync(params string[] options) =>
        (await RunAsync("pdfinfo", [.. options, Path])).Split('\n')
        .Where(it => it.Contains(':')).Select(it => it.Split(':', 2)).ToDictionary(it => it[0], it => it[1].Trim());

    /// <summary>The fonts that it needs.</summary>
    public async Task<IReadOnlyList<(string Name, bool IsEmbedded)>> FontsAsync() =>
    [
        .. (await RunAsync("pdffonts", Path)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2)
            .Select(it => (Name: it.Split(' ')[0], it.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^5] == "yes")),
    ];

    static async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var running = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var said = await running.StandardOutput.ReadToEndAsync();
        await running.WaitForExitAsync();
        return running.ExitCode == 0 ? said : throw new InvalidOperationException($"{program} ended with {running.ExitCode}.");
    }
}
