using System.Globalization;

namespace Pst.Web.Database;

/// <summary>PostgreSQL's first process, found by the file that it keeps in its folder.</summary>
sealed class Postmaster(string cluster, string socketFolder)
{
    const int Interrupt = 2, Quit = 3, LongestCheckpoint = 30;

    string PidFile => Path.Combine(cluster, "postmaster.pid");

    /// <summary>The process at work on this folder, if there is one.</summary>
    internal int? Running => Named is { } process && WorksHere(process) ? process : null;

    /// <summary>
    /// After a crash the files of the dead process stay. PostgreSQL takes them for a living one when the number has been given to
    /// another process since, or when nobody has collected the dead one; both happen in containers.
    /// </summary>
    internal void ForgetTheDead()
    {
        if (Running is not null)
            return;
        File.Delete(PidFile);
        File.Delete(Path.Combine(socketFolder, ".s.PGSQL.5432.lock"));
    }

    /// <summary>Ends every session, writes a checkpoint, ends. Without <paramref name="checkpoint"/> the next start recovers from the log.</summary>
    internal async Task StopAsync(bool checkpoint)
    {
        for (var seconds = 0; Running is { } process; seconds++)
        {
            UnixFiles.Signal(process, checkpoint && seconds < LongestCheckpoint ? Interrupt : Quit);
            for (var waits = 0; waits < 200 && Running == process; waits++)
                await Task.Delay(5);
        }
    }

    int? Named =>
        File.Exists(PidFile) && int.TryParse(FirstLine(PidFile), NumberStyles.None, CultureInfo.InvariantCulture, out var process)
            ? process
            : null;

    static string? FirstLine(string file)
    {
        try
        {
            return File.ReadLines(file).FirstOrDefault();
        }
        catch (FileNotFoundException)
        {
            return null; // the server ended in between
        }
    }

    // The server works in its folder; a zombie or a stranger does not.
    bool WorksHere(int process) => OperatingSystem.IsLinux()
        ? UnixFiles.AreSame($"/proc/{process}/cwd", cluster)
        : UnixFiles.Signal(process, 0);
}
