using System.ComponentModel;
using System.Diagnostics;

namespace Pst.Web.Sound;

/// <summary>Speaks with eSpeak NG where it is installed. Nothing leaves the machine.</summary>
public sealed class Speech(ILogger<Speech> log)
{
    const string Program = "espeak-ng";
    const int WordsAMinute = 130; // slower than people talk: it is heard across a room

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Whether there is a voice on this machine.</summary>
    public static bool IsInstalled { get; } =
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(it => File.Exists(Path.Combine(it, Program)));

    /// <summary>The sentence as it sounds; null where it cannot be spoken now.</summary>
    public async Task<Wave?> SayAsync(string sentence, CancellationToken cancel)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        ending.CancelAfter(Patience);
        try
        {
            return Wave.Read(await RunAsync(sentence, ending.Token));
        }
        catch (Exception failure) when (failure is Win32Exception or InvalidDataException or IOException
            || (failure is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            log.LogWarning(failure, "A call is not spoken.");
            return null;
        }
    }

    static async Task<byte[]> RunAsync(string sentence, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(Program, ["-v", "id", "-s", $"{WordsAMinute}", "--stdin", "--stdout"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        using var running = Process.Start(start)!;
        try
        {
            await running.StandardInput.WriteAsync(sentence.AsMemory(), cancel);
            running.StandardInput.Close();
            using var spoken = new MemoryStream();
            await running.StandardOutput.BaseStream.CopyToAsync(spoken, cancel);
            return spoken.ToArray();
        }
        finally
        {
            if (!running.HasExited) running.Kill();
        }
    }
}
