using System.ComponentModel;
using System.Diagnostics;
using Pst.Web.Hosting;

namespace Pst.Web.Paper;

/// <summary>
/// Prints a page to PDF with the Chromium of this machine: tagged, text as text, figures as vectors. The page is a file in a folder that
/// only this program reads, and so is Chromium's profile; both are gone afterwards. No host can be asked, one page is printed at a time,
/// and what takes too long is ended with all that it started.
/// </summary>
public sealed class PdfPrinter(IConfiguration configuration)
{
    const int LargestPage = 8 * 1024 * 1024; // bytes; what Chromium needs grows with it
    static readonly TimeSpan InLine = TimeSpan.FromMinutes(2);

    static readonly Environment.SpecialFolder[] Windows =
        [Environment.SpecialFolder.ProgramFiles, Environment.SpecialFolder.ProgramFilesX86];

    static readonly string[] Names = OperatingSystem.IsWindows()
        ? [@"Google\Chrome\Application\chrome.exe", @"Microsoft\Edge\Application\msedge.exe"]
        : ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    // What is printed is ours and holds no script, so it needs no sandbox, which neither root nor a container could give.
    static readonly string[] Quiet =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--disable-extensions", "--disable-breakpad", "--disable-dev-shm-usage",
        "--renderer-process-limit=1", "--no-pdf-header-footer", "--host-resolver-rules=MAP * ~NOTFOUND",
        "--proxy-server=http://127.0.0.1:9", "--proxy-bypass-list=<-loopback>", // addresses without a name lead nowhere, either
    ];

    static readonly SemaphoreSlim Turn = new(1);

    /// <summary>How long one page may take.</summary>
    internal TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>What prints: what <c>Pst__Chromium</c> names, else the first on the path; null where there is none.</summary>
    public string? Program { get; } = configuration["Pst:Chromium"] is { Length: > 0 } named ? named : Folders
        .SelectMany(_ => Names, Path.Combine).FirstOrDefault(File.Exists);

    /// <param name="html">A whole page that needs nothing beside it.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="NotPrintedException">There is nothing that prints, or it did not print.</exception>
    public async Task<byte[]> PrintAsync(string html, CancellationToken cancel)
    {
        if (Program is null) throw new NotPrintedException("There is no Chromium on this machine; Pst__Chromium may name one.", true);
        if (html.Length > LargestPage) throw new NotPrintedException($"A page of {html.Length} characters is too long to be printed.");
        if (!await Turn.WaitAsync(InLine, cancel)) throw new NotPrintedException("Too many pages wait to be printed.");
        var folder = Directory.CreateTempSubdirectory("pst-print-"); // for its owner alone
        try
        {
            return await PrintAsync(Program, folder.FullName, html, cancel);
        }
        catch (Exception failure) when (failure is IOException or Win32Exception)
        {
            throw new NotPrintedException("Chromium could not be started, or left no PDF.", cause: failure);
        }
        finally
        {
            Clear(folder);
            Turn.Release();
        }
    }

    async Task<byte[]> PrintAsync(string program, string folder, string html, CancellationToken cancel)
    {
        var (page, made) = (Path.Combine(folder, "page.html"), Path.Combine(folder, "page.pdf"));
        await File.WriteAllTextAsync(page, html, cancel);
        var end = await BoundedProgram.RunAsync(Start(program, folder, page, made), Patience, 0, cancel);
        if (end.Code is not { } code) throw new NotPrintedException($"A page was not printed within {Patience.TotalSeconds} seconds.");
        return code == 0 && File.Exists(made) ? await File.ReadAllBytesAsync(made, cancel)
            : throw new NotPrintedException($"Chromium ended with {code} and left no PDF.");
    }

    static ProcessStartInfo Start(string program, string folder, string page, string made)
    {
        string[] ours = [$"--user-data-dir={Path.Combine(folder, "profile")}", $"--print-to-pdf={made}", new Uri(page).AbsoluteUri];
        var start = new ProcessStartInfo(program, [.. Quiet, .. ours]);
        // What it keeps outside its profile lies there, too.
        foreach (var place in (string[])["HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "TMPDIR"]) start.Environment[place] = folder;
        return start;
    }

    // Its last helpers may still be ending: what they leave is cleared by the machine, as all in its folder for temporary things.
    static void Clear(DirectoryInfo folder)
    {
        try { folder.Delete(recursive: true); }
        catch (IOException) { folder.Refresh(); }
    }

    static IEnumerable<string> Folders => OperatingSystem.IsWindows()
        ? [.. Windows.Select(Environment.GetFolderPath)]
        : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
}
