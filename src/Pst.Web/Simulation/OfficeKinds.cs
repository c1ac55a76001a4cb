using System.Text.Json;
using System.Text.Json.Nodes;
using Bogus;
using Pst.Domain;

namespace Pst.Web.Simulation;

/// <summary>
/// Offices that do not exist, made from the kinds of standards that do: each kind is an office file, and what differs from office to office
/// is put into it.
/// </summary>
internal static class OfficeKinds
{
    const string Calendar = "calendar";

    /// <summary>Each kind with its share of the offices; after-guestbook and within-hours have the shape of the two decrees.</summary>
    static readonly (string Kind, int Share)[] Shares =
        [("after-guestbook", 40), ("within-hours", 35), ("after-previous", 15), ("immediate", 10)];

    public static IEnumerable<string> Names => Shares.Select(it => it.Kind);

    public static Office Make(OfficeCode code, Habits habits, DateOnly from, Randomizer chance)
    {
        var file = FileOf(chance.Draw<string>(Shares));
        var local = file["local"]!;
        (file["code"], file["name"]) = (code.Value, $"Kantor Simulasi {code}");
        (file["unit"], file["timeZone"]) = ($"Pelayanan Statistik Terpadu Kantor Simulasi {code}", chance.ListItem([.. Zone.All]).Id);
        (file["standard"]!["decree"], file["standard"]!["effectiveFrom"]) = ($"Simulasi {code}", $"{from.Year}-01-01");
        local["desks"] = Numbered("", habits.Desks);
        local["lockers"] = Numbered("L", chance.Int(6, 24));
        return Read(file);
    }

    /// <summary>A kind as it stands.</summary>
    public static Office Read(string kind) => Read(FileOf(kind));

    static Office Read(JsonObject file) => OfficeFile.Read(JsonSerializer.SerializeToElement(file)) switch
    {
        Valid<Office>(var office) => office,
        _ => throw new InvalidOperationException($"The simulation's own office file cannot be read: {file}"),
    };

    static JsonObject FileOf(string kind)
    {
        var (file, calendar) = (Resource(kind), Resource(Calendar));
        foreach (var name in calendar.Select(it => it.Key).ToList())
            file["local"]![name] = calendar[name]!.DeepClone();
        return file;
    }

    static JsonArray Numbered(string prefix, int count) =>
        [.. Enumerable.Range(1, count).Select(it => JsonValue.Create($"{prefix}{it}"))];

    static JsonObject Resource(string name)
    {
        using var stream = typeof(OfficeKinds).Assembly.GetManifestResourceStream($"simulation.{name}.json")!;
        return JsonNode.Parse(stream)!.AsObject();
    }
}
