using System.Diagnostics;

namespace Pst.Testing;

/// <summary>A page's QR code as a camera sees it: poppler draws it, zbar reads it (<c>poppler-utils</c>, <c>zbar-tools</c>).</summary>
public static class QrReader
{
    public static async Task<string> ReadAsync(string pdf, int page)
    {
        var picture = await TemporaryFolder.NameAsync();
        await RunAsync("pdftoppm", "-f", $"{page}", "-l", $"{page}", "-r", "150", "-gray", "-singlefile", "-png", pdf, picture);
        return await ScanAsync($"{picture}.png");
    }

    /// <summary>The code in a picture of a screen.</summary>
    public static async Task<string> ReadAsync(byte[] png)
    {
        var picture = await TemporaryFolder.NameAsync();
        await File.WriteAllBytesAsync(picture, png);
        return await ScanAsync(picture);
    }

    static async Task<string> ScanAsync(string picture) => (await RunAsync("zbarimg", "--quiet", "--raw", picture)).Trim();

    static async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var running = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var said = await running.StandardOutput.ReadToEndAsync();
        await running.WaitForExitAsync();
        return running.ExitCode == 0 ? said : throw new InvalidOperationException($"{program} ended with {running.ExitCode}.");
    }
}
