using System.Text.Json;

namespace Pst.Domain.Specs;

/// <summary>The agreements that lie beside the repository: offices and vectors.</summary>
internal static class Shared
{
    static readonly string Folder = Path.Combine(Root(new(AppContext.BaseDirectory)), "..", "shared");

    public static JsonElement Json(string file) => JsonElement.Parse(File.ReadAllText(Path.Combine(Folder, file)));

    public static string[] Lines(string file) => File.ReadAllLines(Path.Combine(Folder, file));

    static string Root(DirectoryInfo at) => File.Exists(Path.Combine(at.FullName, "Pst.sln")) ? at.FullName : Root(at.Parent!);
}
