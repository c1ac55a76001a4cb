using System.Diagnostics;
using System.Globalization;
using Pst.Web.Database;

namespace Pst.Testing;

/// <summary>Folders named for the test process that made them, so that the next run can clear up after one that was killed.</summary>
public static class TemporaryFolder
{
    static readonly string Parent = Path.Combine(Path.GetTempPath(), $"pst-tests-{Environment.UserName}");
    static readonly Lazy<Task> Cleared = new(ClearAsync);
    static int made;

    /// <summary>A new name; the folder is made by whoever uses it.</summary>
    public static async Task<string> NameAsync()
    {
        await Cleared.Value;
        return Path.Combine(Parent, $"{Environment.ProcessId}-{Interlocked.Increment(ref made)}");
    }

    static async Task ClearAsync()
    {
        Directory.CreateDirectory(Parent);
        foreach (var folder in Directory.GetDirectories(Parent).Where(it => !IsAlive(Path.GetFileName(it).Split('-')[0])))
            await ClearAsync(folder);
    }

    // Taken under our own name first: another run may be clearing up, too.
    static async Task ClearAsync(string folder)
    {
        var taken = Path.Combine(Parent, $"{Environment.ProcessId}-{Path.GetFileName(folder)}");
        try
        {
            Directory.Move(folder, taken);
        }
        catch (DirectoryNotFoundException)
        {
            return; // the other was faster
        }
        foreach (var running in Directory.GetFiles(taken, "postmaster.pid", SearchOption.AllDirectories))
            await new Postmaster(Path.GetDirectoryName(running)!).StopAsync(checkpoint: false);
        Directory.Delete(taken, recursive: true);
    }

    static bool IsAlive(string process)
    {
        try
        {
            using var found = Process.GetProcessById(int.Parse(process, CultureInfo.InvariantCulture));
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
