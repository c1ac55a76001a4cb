using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Pst.Web.Hosting;

namespace Pst.Web.Softcopies;

/// <summary>
/// Runs qpdf on files that came from somebody: with a time, a memory and a size of what it writes that it cannot pass where the system has
/// <c>prlimit</c> (Linux), behind the work of the desk, and in a folder of its own.
/// </summary>
internal sealed class Qpdf(FileLimits limits)
{
    const int Well = 0, WithWarnings = 3, NeedsPassword = 0;

    /// <summary>What a description calls how a file is locked.</summary>
    public const string Locked = "encrypt";

    const string Behind = "10"; // the desk's pages come first

    static readonly string? Limiter = Find("prlimit"), Nice = Find("nice");

    /// <summary>Whether it is on this machine.</summary>
    public static bool IsInstalled { get; } = Find("qpdf") is not null;

    /// <summary>What it answers; what it could mend by itself is no fault here.</summary>
    /// <param name="folder">Where it works: names in <paramref name="arguments"/> are of files there.</param>
    /// <exception cref="FileRefusedException">It cannot read the file, or not within the limits.</exception>
    public async Task<byte[]> RunAsync(string folder, string[] arguments, CancellationToken cancel) =>
        await EndAsync(folder, arguments, cancel) is { Code: Well or WithWarnings, Said: var said }
            ? said : throw new FileRefusedException(FileFault.Damaged);

    /// <summary>What a PDF is made of.</summary>
    /// <inheritdoc cref="RunAsync"/>
    public async Task<PdfObjects> ObjectsAsync(string folder, string path, CancellationToken cancel)
    {
        try
        {
            return PdfObjects.Read(await RunAsync(folder, [.. Describe("qpdf", Locked), path], cancel));
        }
        catch (FileRefusedException refused) when (refused.Fault == FileFault.Damaged)
        {
            throw await NeedsPasswordAsync(folder, path, cancel) ? new(FileFault.NeedsPassword) : refused;
        }
    }

    /// <summary>The arguments that ask for a description.</summary>
    public static string[] Describe(params ReadOnlySpan<string> keys) =>
        ["--json=2", "--json-stream-data=none", .. keys.ToArray().Select(it => $"--json-key={it}")];

    /// <summary>Whether it goes through the whole file, all that is packed in it too, and has nothing to say.</summary>
    /// <inheritdoc cref="RunAsync"/>
    public async Task<bool> IsSoundAsync(string folder, string file, CancellationToken cancel) =>
        await EndAsync(folder, ["--check", file], cancel) is { Code: Well };

    async Task<bool> NeedsPasswordAsync(string folder, string file, CancellationToken cancel) =>
        await EndAsync(folder, ["--requires-password", file], cancel) is { Code: NeedsPassword };

    async Task<ProgramEnd> EndAsync(string folder, string[] arguments, CancellationToken cancel)
    {
        try
        {
            var end = await BoundedProgram.RunAsync(Start(folder, arguments), limits.Patience, FileLimits.Objects, cancel);
            return end.Code is null or > WithWarnings ? throw new FileRefusedException(FileFault.TooComplex) : end;
        }
        catch (Win32Exception missing)
        {
            throw new FileRefusedException(FileFault.NoProgram, missing);
        }
    }

    ProcessStartInfo Start(string folder, string[] arguments)
    {
        string Number(double value) => value.ToString("F0", CultureInfo.InvariantCulture);
        string[] nice = Nice is null ? [] : [Nice, "-n", Behind];
        string[] limiter = Limiter is null ? [] :
        [
            Limiter, $"--as={Number(limits.Memory)}", $"--cpu={Number(Math.Ceiling(limits.Patience.TotalSeconds))}",
            $"--fsize={Number(limits.Bytes * 2)}", "--core=0", "--",
        ];
        string[] all = [.. nice, .. limiter, "qpdf", .. arguments];
        return new(all[0], all[1..]) { WorkingDirectory = folder };
    }

    static string? Find(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(it => Path.Combine(it, OperatingSystem.IsWindows() ? $"{name}.exe" : name)).FirstOrDefault(File.Exists);
}
