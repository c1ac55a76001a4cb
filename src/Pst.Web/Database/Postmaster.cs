using System.Globalization;

namespace Pst.Web.Database;

/// <summary>PostgreSQL's first process, found by the file that it keeps in its folder.</summary>
sealed class Postmaster(string cluster)
{
    const int Interrupt = 2, Quit = 3, LongestCheckpoint = 30;

    string PidFile => Path.Combine(cluster, "postmaster.pid");

    /// <summary>The process at work on this folder, if there is one.</summary>
    internal int? Running =>
        int.TryParse(Line(1), NumberStyles.None, CultureInfo.InvariantCulture, out var process) && WorksHere(process) ? process : null;

    /// <summary>Where it listens, or last listened.</summary>
    internal string? SocketFolder => Line(5);

    /// <summary>
    /// After a crash the files of the dead process stay. PostgreSQL takes them for a living one when the number has been given to
    /// another process since, or when nobody has collected the dead one; both happen in containers.
    /// </summary>
    internal void ForgetTheDead()
    {
        if (Running is not null)
            return;
        if (SocketFolder is { } socket)
            File.Delete(Path.Combine(socket, ".s.PGSQL.5432.lock"));
        File.Delete(PidFile);
    }

    /// <summary>
    /// Ends every session, writes a checkpoint, ends. Without <paramref name="checkpoint"/> the next start recovers from the log.
    /// </summary>
    internal async Task StopAsync(bool checkpoint)
    {
        for (var seconds = 0; Running is { } process; seconds++)
        {
            UnixFiles.Signal(process, checkpoint && seconds < LongestCheckpoint ? Interrupt : Quit);
            for (var waits = 0; waits < 200 && Running == process; waits++)
                await Task.Delay(5);
        }
    }

    string? Line(int number)
    {
        try
        {
            return File.Exists(PidFile) ? File.ReadLines(PidFile).ElementAtOrDefault(number - 1) : null;
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
