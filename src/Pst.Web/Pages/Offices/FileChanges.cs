using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;

namespace Pst.Web.Pages.Offices;

/// <summary>What becomes another at one place of a file, as people read it.</summary>
/// <param name="Old">Null where nothing was.</param>
/// <param name="New">Null where nothing will be.</param>
public sealed record FileChange(string Place, string? Old, string? New);

/// <summary>Compares two office files place by place. Of a list of single values it tells what goes and what comes.</summary>
public sealed class FileChanges(IStringLocalizer text)
{
    readonly List<FileChange> found = [];

    public static IReadOnlyList<FileChange> Between(JsonNode? before, JsonNode? after, IStringLocalizer text)
    {
        var changes = new FileChanges(text);
        changes.Compare("", before, after);
        return changes.found;
    }

    void Compare(string place, JsonNode? before, JsonNode? after)
    {
        if (JsonNode.DeepEquals(before, after)) return;
        switch (before, after)
        {
            case (JsonObject or null, JsonObject or null):
                CompareMembers(place, before as JsonObject ?? [], after as JsonObject ?? []);
                break;
            case (JsonArray or null, JsonArray or null) when HasGroups(before) || HasGroups(after):
                CompareEntries(place, before as JsonArray ?? [], after as JsonArray ?? []);
                break;
            case (JsonArray one, JsonArray other) when !HasLists(one) && !HasLists(other):
                CompareValues(place, one, other);
                break;
            default:
                Add(place, before, after);
                break;
        }
    }

    void CompareMembers(string place, JsonObject before, JsonObject after)
    {
        foreach (var name in before.Select(it => it.Key).Union(after.Select(it => it.Key)))
            Compare(place == "" ? NameOf(name) : $"{place} › {NameOf(name)}", before[name], after[name]);
    }

    void CompareEntries(string place, JsonArray before, JsonArray after)
    {
        for (var index = 0; index < Math.Max(before.Count, after.Count); index++)
            Compare($"{place} {index + 1}", index < before.Count ? before[index] : null, index < after.Count ? after[index] : null);
    }

    void CompareValues(string place, JsonArray before, JsonArray after)
    {
        JsonArray Without(JsonArray these, JsonArray those) =>
            new([.. these.Where(it => !those.Any(other => JsonNode.DeepEquals(it, other))).Select(it => it!.DeepClone())]);
        var (gone, come) = (Without(before, after), Without(after, before));
        if (gone.Count + come.Count > 0) Add(place, gone, come);
        else Add(place, before, after); // the same in another order
    }

    void Add(string place, JsonNode? before, JsonNode? after) => found.Add(new(place, Told(before), Told(after)));

    string? Told(JsonNode? value) => FileText.Told(value, text) is { Length: > 0 } told ? told : null;

    // Dates and what a newer file brings stand for themselves.
    string NameOf(string name) => text[$"file.{name}"] is { ResourceNotFound: false } known ? known : name;

    static bool HasGroups(JsonNode? list) => list is JsonArray entries && entries.Any(it => it is JsonObject);
    static bool HasLists(JsonArray list) => list.Any(it => it is JsonArray);
}
