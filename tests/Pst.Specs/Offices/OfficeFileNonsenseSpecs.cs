using System.Text.Json;
using System.Text.Json.Nodes;

namespace Pst.Domain.Specs;

/// <summary>Any part of an office file replaced by anything: it is read, or refused there, and never breaks.</summary>
public sealed class OfficeFileNonsenseSpecs
{
    const string Hole = "a hole", Here = $"\"{Hole}\"";

    static readonly string[] Nonsense =
    [
        "null", "true", "0", "-1", "1e99", "99999999999999999999", "3.5", "\"\"", "\" \"", "\"\\u0000\"", "\"\\ud83d\"", "\"0001-01-01\"",
        "\"9999-12-31\"", "[]", "[null]", "[[]]", "[[\"08:00\", \"09:00\"], {}]", "{}", "{\"\": 1}", "{\"\\ud83d\": 1}",
        "{\"2026-03-02\": null}", "{\"2026-03-02\": [], \"2026-03-02\": []}",
    ];

    public static TheoryData<string> Offices => ["1872", "5272"];

    [Theory, MemberData(nameof(Offices))]
    public void Nonsense_is_answered_where_it_stands(string code)
    {
        var elsewhere = from holed in WithHoles(JsonNode.Parse(Shared.Json($"offices/{code}.json").GetRawText())!)
                        from nonsense in Nonsense
                        from error in ErrorsOf(holed.File.Replace(Here, nonsense, StringComparison.Ordinal))
                        where !error.StartsWith(holed.Path, StringComparison.Ordinal)
                        select $"{nonsense} at {holed.Path} is told at {error}";
        elsewhere.ShouldBeEmpty();
    }

    static IEnumerable<string> ErrorsOf(string file) =>
        OfficeFile.Read(JsonElement.Parse(file)) is Invalid<Office>(var errors) ? errors.Paths : [];

    static IEnumerable<(string Path, string File)> WithHoles(JsonNode file)
    {
        foreach (var node in Below(file).ToList())
        {
            var (path, whole) = (node.GetPath()[2..], node.DeepClone());
            var hole = JsonValue.Create(Hole);
            node.ReplaceWith(hole);
            yield return (path, file.ToJsonString());
            hole.ReplaceWith(whole);
        }
    }

    // Deepest first, so that a part is put back before what holds it is replaced.
    static IEnumerable<JsonNode> Below(JsonNode node)
    {
        IEnumerable<JsonNode?> children = node switch { JsonObject group => group.Select(it => it.Value), JsonArray list => list, _ => [] };
        return children.OfType<JsonNode>().SelectMany(it => Below(it).Append(it));
    }
}
