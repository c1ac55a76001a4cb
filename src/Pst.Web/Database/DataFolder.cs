namespace Pst.Web.Database;

/// <summary>
/// What the program keeps outside a named database: the embedded database, keys, the list of erasures. <c>Pst__DataDirectory</c> names
/// it; otherwise it is <c>data</c> in the repository that the program was built in, or in the current folder when it lies elsewhere.
/// </summary>
public static class DataFolder
{
    public static string Of(IConfiguration configuration) =>
        Path.GetFullPath(configuration["Pst:DataDirectory"] ?? Path.Combine(Repository() ?? Environment.CurrentDirectory, "data"));

    /// <summary>The repository that the program was built in; null when it lies elsewhere.</summary>
    internal static string? Repository()
    {
        var at = AppContext.BaseDirectory;
        while (at is not null && !File.Exists(Path.Combine(at, "Pst.sln")))
            at = Path.GetDirectoryName(at);
        return at;
    }
}
