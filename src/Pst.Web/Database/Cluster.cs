using System.Globalization;

namespace Pst.Web.Database;

/// <summary>PostgreSQL's own folder: made once, then configured at every start.</summary>
sealed class Cluster(string folder, PostgresBinaries binaries, Account? account)
{
    /// <summary>
    /// The role that the program signs in as. No password: the kernel tells PostgreSQL who is at the other end of the socket.
    /// </summary>
    internal const string Role = "postgres";

    const string Settings = "pst.conf", IdentityMap = "pst";

    internal string Folder { get; } = In(folder);

    string LogFile => Path.Combine(folder, "server.log");

    /// <summary>Where it lies in a database's folder.</summary>
    internal static string In(string folder) => Path.Combine(folder, "cluster");

    /// <summary>The version that made the folder, or null when nothing has been made yet.</summary>
    internal static int? VersionIn(string folder) =>
        Path.Combine(In(folder), "PG_VERSION") is var file && File.Exists(file)
            ? int.Parse(File.ReadAllText(file), CultureInfo.InvariantCulture)
            : null;

    /// <summary>Made under another name and renamed when whole: a start that was cut short leaves nothing half made.</summary>
    internal async Task MakeAsync(bool durable, CancellationToken cancel)
    {
        var making = Folder + ".new";
        if (Directory.Exists(making))
            Directory.Delete(making, recursive: true);
        string[] arguments =
        [
            $"--pgdata={making}", $"--username={Role}", "--auth=peer", "--encoding=UTF8", "--data-checksums",
            "--locale-provider=icu", "--icu-locale=und", "--locale=C.UTF-8", .. durable ? Array.Empty<string>() : ["--no-sync"],
        ];
        await PostgresProgram.RunAsync(binaries.Initdb, folder, account, arguments, cancel);
        await File.AppendAllTextAsync(Path.Combine(making, "postgresql.conf"), $"include '{Settings}'\n", cancel);
        await WriteAsync(making, "pg_hba.conf", $"local all all peer map={IdentityMap}\n", cancel);
        Directory.Move(making, Folder);
    }

    /// <summary>Writes what this start wants; true when that differs from the last start.</summary>
    internal async Task<bool> ConfigureAsync(IEnumerable<KeyValuePair<string, string>> wanted, CancellationToken cancel)
    {
        var lines = string.Concat(wanted.Select(it => $"{it.Key} = '{it.Value.Replace("'", "''", StringComparison.Ordinal)}'\n"));
        // root may run a command beside a program that another account started.
        var people = string.Concat(new[] { Environment.UserName, "root" }.Distinct().Select(it => $"{IdentityMap} {it} {Role}\n"));
        return await WriteAsync(Folder, Settings, lines, cancel) | await WriteAsync(Folder, "pg_ident.conf", people, cancel);
    }

    /// <summary>Starts the server and waits until it accepts connections. Not to be cut short: what had begun would start unseen.</summary>
    internal async Task StartAsync()
    {
        string[] arguments = ["start", "--silent", "--wait", "--timeout=300", $"--pgdata={Folder}", $"--log={LogFile}"];
        try
        {
            await PostgresProgram.RunAsync(binaries.PgCtl, folder, account, arguments, CancellationToken.None);
        }
        catch (PostgresFailedException failed) when (File.Exists(LogFile))
        {
            throw new PostgresFailedException($"{failed.Message}\n{string.Join('\n', File.ReadLines(LogFile).TakeLast(5))}");
        }
    }

    async Task<bool> WriteAsync(string to, string name, string text, CancellationToken cancel)
    {
        var file = Path.Combine(to, name);
        if (File.Exists(file) && await File.ReadAllTextAsync(file, cancel) == text)
            return false;
        await File.WriteAllTextAsync(file, text, cancel);
        if (account is not null)
            UnixFiles.Give(file, account);
        return true;
    }
}
