using System.Globalization;
using System.Text.Json;
using Pst.Domain;
using Pst.Web.Database;

namespace Pst.Web.Demo;

/// <summary>The offices that the demo opens: every file of a folder, which <c>Pst__OfficesDirectory</c> names.</summary>
internal static class OfficeFiles
{
    /// <summary>Without a setting it is the folder of the agreements that lie beside the repository.</summary>
    public static string FolderOf(IConfiguration configuration) =>
        Path.GetFullPath(configuration["Pst:OfficesDirectory"]
            ?? Path.Combine(DataFolder.Repository() ?? Environment.CurrentDirectory, "..", "shared", "offices"));

    /// <exception cref="DemoRefusedException">There is no file, or one that is not sound.</exception>
    public static async Task<IReadOnlyList<Office>> ReadAsync(string folder, CancellationToken cancel)
    {
        string[] files = Directory.Exists(folder) ? [.. Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal)] : [];
        if (files.Length == 0)
            throw new DemoRefusedException(
                $"There is no office file (*.json) in {folder}. "
                + "Name a folder that has some: Pst__OfficesDirectory=/path/to/offices ./pst demo");

        var offices = new List<Office>();
        foreach (var file in files) offices.Add(Read(file, await File.ReadAllBytesAsync(file, cancel)));
        return offices;
    }

    static Office Read(string file, byte[] content)
    {
        try
        {
            return OfficeFile.Read(JsonElement.Parse(content)) switch
            {
                Valid<Office>(var office) => office,
                Invalid<Office>(var wrong) => throw new DemoRefusedException($"{file} is no office file: {Describe(wrong)}"),
                _ => throw new System.Diagnostics.UnreachableException(),
            };
        }
        catch (JsonException broken)
        {
            throw new DemoRefusedException($"{file} is no JSON: {broken.Message}");
        }
    }

    static string Describe(InputErrors wrong) =>
        string.Join("; ", wrong.Sentences(CultureInfo.GetCultureInfo("en")).Select(it => $"{it.Key}: {string.Join(' ', it.Value)}"));
}
