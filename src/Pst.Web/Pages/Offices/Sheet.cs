using System.Text.Json.Nodes;
using Pst.Web.Pages.Forms;

namespace Pst.Web.Pages.Offices;

/// <summary>An office's file on a form, as it stands or as it was typed, and what was wrong with it.</summary>
/// <param name="Version">Of the office, as the person has seen it.</param>
public sealed record Sheet(JsonObject File, long Version, FormAnswer? Answer = null)
{
    /// <summary>As people type it; empty for what is absent.</summary>
    public string Text(string path) => FileText.Of(At(path));

    public bool Has(string list, string entry) => At(list) is JsonArray entries && entries.Any(it => FileText.Of(it) == entry);

    public bool IsOn(string path) => At(path) is JsonValue value && value.TryGetValue<bool>(out var on) && on;

    /// <summary>How many entries a list has.</summary>
    public int Count(string list) => (At(list) as JsonArray)?.Count ?? 0;

    /// <summary>The names of an object whose names are data, such as dates.</summary>
    public IReadOnlyList<string> Names(string path) => [.. (At(path) as JsonObject ?? []).Select(it => it.Key)];

    /// <summary>The first thing wrong with a value or in it; null where nothing is.</summary>
    public string? Wrong(string path) => Answer is FormAnswer.Wrong wrong
        ? wrong.Errors.Where(it => IsIn(path, it.Key)).Select(it => it.Value[0]).FirstOrDefault() : null;

    static bool IsIn(string path, string place) =>
        place.StartsWith(path, StringComparison.Ordinal) && (place.Length == path.Length || place[path.Length] is '[' or '.');

    JsonNode? At(string path)
    {
        JsonNode? at = File;
        foreach (var name in path.Split(['.', '[', ']'], StringSplitOptions.RemoveEmptyEntries))
            at = at switch
            {
                JsonObject group => group[name],
                JsonArray list when int.TryParse(name, out var index) && index < list.Count => list[index],
                _ => null,
            };
        return at;
    }
}

/// <summary>One input of a form over a file.</summary>
/// <param name="Name">Its label's; null for the last name of the path.</param>
/// <param name="Type">Of the input; "lines" for several.</param>
/// <param name="Hint">The key of a sentence.</param>
public sealed record SheetField(Sheet Sheet, string Path, string? Name = null, string Type = "text", string? Hint = null)
{
    public string Id => Path.Replace('[', '-').Replace(']', '-').Replace('.', '-');
    public string Label => $"file.{Name ?? Path[(Path.LastIndexOf('.') + 1)..]}";
    public string? Wrong => Sheet.Wrong(Path);

    /// <summary>What an assistive program reads with it.</summary>
    public string? DescribedBy => (Hint, Wrong) switch
    {
        (null, null) => null,
        (_, null) => $"{Id}-hint",
        (null, _) => $"{Id}-wrong",
        _ => $"{Id}-hint {Id}-wrong",
    };
}
