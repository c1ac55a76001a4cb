using System.Text.Json;
using System.Text.Json.Nodes;

namespace Pst.Api.Tests.Description;

/// <summary>Whether a value is as a schema of the document says: its type, its members, its words.</summary>
internal sealed class Conformity(Document document)
{
    /// <summary>What is otherwise than described, by path.</summary>
    public IReadOnlyList<string> Faults(JsonNode schema, JsonNode? value) => [.. Faults(schema, value, "$")];

    IEnumerable<string> Faults(JsonNode described, JsonNode? value, string path)
    {
        var schema = document.Resolved(described);
        if ((schema["oneOf"] ?? schema["anyOf"]) is JsonArray choices)
            return choices.Any(it => !Faults(it!, value, path).Any()) ? [] : [$"{path} is none of its kinds"];
        if (!Types(schema).Contains(TypeOf(value))) return [$"{path} is {TypeOf(value)}"];
        if (schema["enum"] is JsonArray words && !words.Any(it => JsonNode.DeepEquals(it, value))) return [$"{path} is {value}"];
        return value switch
        {
            JsonObject members => FaultsOf(schema, members, path),
            JsonArray entries => entries.SelectMany((it, index) => Faults(schema["items"]!, it, $"{path}[{index}]")),
            _ => [],
        };
    }

    IEnumerable<string> FaultsOf(JsonNode schema, JsonObject members, string path)
    {
        var (known, others) = (schema["properties"] as JsonObject, schema["additionalProperties"] as JsonObject);
        foreach (var name in (schema["required"] as JsonArray ?? []).Select(it => (string)it!).Where(it => !members.ContainsKey(it)))
            yield return $"{path}.{name} is missing";
        foreach (var (name, value) in members)
        {
            var member = known?[name] ?? others;
            if (member is null && known is not null) yield return $"{path}.{name} is not described";
            foreach (var fault in member is null ? [] : Faults(member, value, $"{path}.{name}")) yield return fault;
        }
    }

    // A whole number is a number, too.
    static string[] Types(JsonNode schema)
    {
        string[] named = schema["type"] is JsonArray several ? [.. several.Select(it => (string)it!)] : [(string)schema["type"]!];
        return named.Contains("number") ? [.. named, "integer"] : named;
    }

    static string TypeOf(JsonNode? value) => value?.GetValueKind() switch
    {
        null or JsonValueKind.Null => "null",
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        _ => value.ToJsonString().Contains('.', StringComparison.Ordinal) ? "number" : "integer",
    };
}
