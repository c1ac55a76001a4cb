using System.Globalization;
using System.Text.RegularExpressions;

namespace Pst.Web.Database;

/// <summary>A folder with initdb, pg_ctl and postgres of one version.</summary>
public sealed partial record PostgresBinaries(string Folder, int Version)
{
    const int OldestUsable = 15;

    internal string Initdb => Path.Combine(Folder, "initdb");
    internal string PgCtl => Path.Combine(Folder, "pg_ctl");

    /// <summary>Every usable PostgreSQL here, the best first: the npm build of this repository, then the machine's, newest first.</summary>
    public static async Task<IReadOnlyList<PostgresBinaries>> FindAsync(CancellationToken cancel)
    {
        var found = new List<PostgresBinaries>();
        foreach (var folder in NpmPostgres.Folders().Concat(FoldersOfTheMachine()))
            if (await OpenAsync(folder, cancel) is { Version: >= OldestUsable } binaries)
                found.Add(binaries);
        return found;
    }

    /// <summary>The binaries in a folder, asked for their version; null when they do not run here.</summary>
    public static async Task<PostgresBinaries?> OpenAsync(string folder, CancellationToken cancel)
    {
        try
        {
            var answer = await PostgresProgram.RunAsync(Path.Combine(folder, "postgres"), folder, null, ["--version"], cancel);
            return new(folder, int.Parse(VersionIn().Match(answer).Value, CultureInfo.InvariantCulture));
        }
        catch (Exception unusable) when (unusable is PostgresFailedException or System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    static IEnumerable<string> FoldersOfTheMachine() =>
        from parent in (string[])["/usr/lib/postgresql", "/opt/homebrew/opt", "/usr/local/opt"]
        where Directory.Exists(parent)
        from folder in Directory.GetDirectories(parent)
        where File.Exists(Path.Combine(folder, "bin", "postgres"))
        orderby folder descending
        select Path.Combine(folder, "bin");

    [GeneratedRegex(@"\d+")]
    private static partial Regex VersionIn();
}
