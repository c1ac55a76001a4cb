using System.Diagnostics;

namespace Pst.Web.Database;

/// <summary>Runs one of PostgreSQL's own programs to its end.</summary>
static class PostgresProgram
{
    /// <summary>What the program printed; an exit code other than 0 throws with its words.</summary>
    internal static async Task<string> RunAsync(
        string program, string folder, Account? account, IEnumerable<string> arguments, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (account is not null)
            start.UserName = account.Name;
        start.Environment["LC_ALL"] = "C";
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEndAsync(cancel);
        var complained = process.StandardError.ReadToEndAsync(cancel);
        await process.WaitForExitAsync(cancel);
        return process.ExitCode == 0
            ? await said
            : throw new PostgresFailedException($"{program} ended with {process.ExitCode}: {(await complained).Trim()}");
    }
}

/// <summary>A program of PostgreSQL ended with an error; a later try may succeed.</summary>
public sealed class PostgresFailedException(string message) : Exception(message);
