using System.Text.Json;

namespace Pst.Domain.Specs;

/// <summary>The agreements that lie beside the repository: offices and vectors.</summary>
internal static class Shared
{
    /// <summary>The folder that this was built in.</summary>
    public static readonly string Repository = Root(new(AppContext.BaseDirectory));

    static readonly string Folder = Path.Combine(Repository, "..", "shared");

    public static JsonElement Json(string file) => JsonElement.Parse(File.ReadAllText(Path.Combine(Folder, file)));

    public static string[] Lines(string file) => File.ReadAllLines(Path.Combine(Folder, file));

    static string Root(DirectoryInfo at) => File.Exists(Path.Combine(at.FullName, "Pst.sln")) ? at.FullName : Root(at.Parent!);
}
