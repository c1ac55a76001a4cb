namespace Pst.Testing;

/// <summary>The agreements that lie beside the repository in <c>../shared</c>: vectors, scenarios, offices.</summary>
public static class Shared
{
    /// <summary>The repository's first folder.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The full path of an agreed file, such as <c>vectors/hours.json</c>; it must be there.</summary>
    public static string File(string path)
    {
        var full = Path.GetFullPath(Path.Combine(Root, "..", "shared", path));
        return Path.Exists(full)
            ? full
            : throw new FileNotFoundException($"The agreed file {full} is missing; it lies beside the repository.", full);
    }

    static string FindRoot()
    {
        var at = AppContext.BaseDirectory;
        while (at is not null && !Path.Exists(Path.Combine(at, "Pst.sln")))
            at = Path.GetDirectoryName(at);
        return at ?? throw new DirectoryNotFoundException($"No Pst.sln above {AppContext.BaseDirectory}.");
    }
}
