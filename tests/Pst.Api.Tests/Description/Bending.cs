using System.Globalization;
using System.Text.Json.Nodes;

namespace Pst.Api.Tests.Description;

/// <summary>A sample with one thing changed, and whether the document says that this one thing can be taken.</summary>
internal sealed record Bent(string Path, string Change, bool IsTaken, JsonNode Body);

/// <summary>
/// Bends a sample at every place that its schema describes: each member left out, an unknown one added, each number and text at its bounds
/// and behind them, each word, and something of another type.
/// </summary>
internal static class Bending
{
    public static IEnumerable<Bent> Of(JsonNode schema, JsonNode sample) =>
        Of(schema, sample, "$").Select(it =>
        {
            var body = sample.DeepClone();
            it.Change(body);
            return new Bent(it.Path, it.Name, it.IsTaken, body);
        });

    sealed record Step(string Path, string Name, bool IsTaken, Action<JsonNode> Change)
    {
        /// <summary>The same one level further out.</summary>
        public Step Within(Func<JsonNode, JsonNode> part) => this with { Change = whole => Change(part(whole)) };
    }

    static IEnumerable<Step> Of(JsonNode schema, JsonNode sample, string path) => sample switch
    {
        JsonObject members => Members(schema, members, path),
        JsonArray { Count: > 0 } entries => Entries(schema, entries, path),
        _ => [],
    };

    static IEnumerable<Step> Members(JsonNode schema, JsonObject sample, string path)
    {
        string PathOf(string name) => path == "$" ? name : $"{path}.{name}";
        if (schema["properties"] is not JsonObject known) yield break;

        var needed = (schema["required"] as JsonArray ?? []).Select(it => (string)it!).ToHashSet();
        yield return new(PathOf("tak_dikenal"), "unknown", false, it => it["tak_dikenal"] = 1);
        foreach (var (name, member) in known)
        {
            yield return new(PathOf(name), "left out", !needed.Contains(name), it => it.AsObject().Remove(name));
            foreach (var (value, isTaken) in Values(member!))
                yield return new(PathOf(name), Shown(value), isTaken, it => it[name] = value?.DeepClone());
            foreach (var step in Of(member!, sample[name]!, PathOf(name))) yield return step.Within(it => it[name]!);
        }
    }

    static IEnumerable<Step> Entries(JsonNode schema, JsonArray sample, string path)
    {
        if ((int?)schema["maxItems"] is { } most)
            foreach (var count in (int[])[most, most + 1])
                yield return new(path, $"{count} entries", count <= most, it => Fill(it.AsArray(), count));
        foreach (var (value, isTaken) in Values(schema["items"]!))
            yield return new($"{path}[0]", Shown(value), isTaken, it => it[0] = value?.DeepClone());
        foreach (var step in Of(schema["items"]!, sample[0]!, $"{path}[0]")) yield return step.Within(it => it[0]!);
    }

    static void Fill(JsonArray list, int count)
    {
        while (list.Count > count) list.RemoveAt(list.Count - 1);
        while (list.Count < count) list.Add(list[0]!.DeepClone());
    }

    static IEnumerable<(JsonNode? Value, bool IsTaken)> Values(JsonNode schema)
    {
        var isText = $"{schema["type"]}".Contains("string", StringComparison.Ordinal);
        if (schema["anyOf"] is not null) yield break;
        if ($"{schema["type"]}" != "array") yield return (JsonNode.Parse("[[]]"), false);
        yield return isText ? (7, false) : ("teks", false);
        if (Bound(schema["minimum"]) is { } min) yield return (min - 1, false);
        if (Bound(schema["maximum"]) is { } max) yield return (max + 1, false);
        if (Bound(schema["minimum"]) is { } lowest) yield return (lowest, true);
        if (Bound(schema["maximum"]) is { } highest) yield return (highest, true);
        if (schema["maxLength"] is { } length)
            foreach (var (text, isTaken) in Texts((int)length)) yield return (text, isTaken);
        if (isText && (schema["format"] ?? schema["pattern"] ?? schema["enum"]) is not null) yield return ("!", false);
        foreach (var word in schema["enum"] as JsonArray ?? []) yield return (word, true);
    }

    static IEnumerable<(string Text, bool IsTaken)> Texts(int max) => [(new('x', max), true), (new('x', max + 1), false), ("", false)];

    static long? Bound(JsonNode? bound) => bound is null ? null : long.Parse(bound.ToJsonString(), CultureInfo.InvariantCulture);

    static string Shown(JsonNode? value) =>
        value?.ToJsonString() is { Length: > 60 } text ? $"{text[..60]}… ({text.Length})" : $"{value?.ToJsonString()}";
}
