using System.Text.Json;
using System.Text.Json.Nodes;

namespace Pst.Domain.Specs;

/// <summary>The two offices of the agreements, as they are or a little changed.</summary>
internal static class OfficeFiles
{
    public static Office Metro { get; } = Read("1872");
    public static Office Bima { get; } = Read("5272");

    public static Office Read(string code) => Taken(Shared.Json($"offices/{code}.json"));

    public static Office Taken(JsonElement file) => OfficeFile.Read(file).ShouldBeOfType<Valid<Office>>().Value;

    /// <summary>Service hours given by zone, hours, holidays and overrides alone; the rest is Metro's.</summary>
    public static ServiceHours HoursOf(JsonElement given)
    {
        var file = JsonNode.Parse(Shared.Json("offices/1872.json").GetRawText())!;
        foreach (var part in given.EnumerateObject())
            (part.Name == "timeZone" ? file : file["local"]!)[part.Name] = JsonNode.Parse(part.Value.GetRawText());
        var office = Taken(JsonSerializer.SerializeToElement(file));
        return new(office.Local, office.Details.TimeZone);
    }

    /// <summary>Metro's file after a patch (RFC 6902) of additions, replacements and removals.</summary>
    public static JsonElement Patched(JsonElement patch)
    {
        var file = JsonNode.Parse(Shared.Json("offices/1872.json").GetRawText())!;
        foreach (var step in patch.EnumerateArray()) Apply(file, step);
        return JsonSerializer.SerializeToElement(file);
    }

    static void Apply(JsonNode file, JsonElement step)
    {
        var names = step.GetProperty("path").GetString()!.Split('/')[1..];
        var parent = names[..^1].Aggregate(file, (at, name) => at is JsonArray list ? list[int.Parse(name, null)]! : at[name]!);
        if (step.GetProperty("op").GetString() == "remove") parent.AsObject().Remove(names[^1]);
        else parent[names[^1]] = JsonNode.Parse(step.GetProperty("value").GetRawText());
    }
}
