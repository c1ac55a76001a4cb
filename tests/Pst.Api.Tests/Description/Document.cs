using System.Text.Json.Nodes;
using Pst.Api.Tests.Support;

namespace Pst.Api.Tests.Description;

/// <summary>The OpenAPI document as it was served.</summary>
internal sealed class Document(JsonNode root)
{
    public static async Task<Document> OfAsync(RunningApi api) =>
        new(JsonNode.Parse((await api.With(null).GetAsync("/openapi/v1.json")).Text)!);

    public IEnumerable<Operation> Operations =>
        from path in root["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        select new Operation(this, operation.Key.ToUpperInvariant(), path.Key, operation.Value!);

    public Operation On(string method, string path) => Operations.Single(it => it.Method == method && it.Path == path);

    /// <summary>What a reference points to; anything else is itself.</summary>
    public JsonNode Resolved(JsonNode node) =>
        (string?)(node as JsonObject)?["$ref"] is { } reference
            ? reference.Split('/').Skip(1).Aggregate(root, (at, name) => at[name]!)
            : node;
}

/// <summary>One method of one path.</summary>
internal sealed record Operation(Document Document, string Method, string Path, JsonNode Json)
{
    /// <summary>Whether it goes on answering for ever.</summary>
    public bool IsEndless => Json["responses"]!["200"]?["content"]?["text/event-stream"] is not null;

    /// <summary>The schema of the request's body; null where it has none.</summary>
    public JsonNode? Body => Json["requestBody"]?["content"]?["application/json"]?["schema"] is { } body ? Document.Resolved(body) : null;

    /// <summary>The schema of an answer.</summary>
    public JsonNode? Answer(int status) =>
        Document.Resolved(Json["responses"]![$"{status}"]!)["content"]?.AsObject().Select(it => it.Value!["schema"]!).FirstOrDefault();

    /// <summary>The parameters in one place, as the object that they make up.</summary>
    public JsonObject Parameters(string place)
    {
        var found = (Json["parameters"] as JsonArray ?? []).Where(it => (string?)it!["in"] == place).ToList();
        return new()
        {
            ["type"] = "object",
            ["additionalProperties"] = false,
            ["properties"] = new JsonObject(
                found.Select(it => KeyValuePair.Create((string)it!["name"]!, (JsonNode?)it["schema"]!.DeepClone()))),
            ["required"] = new JsonArray([.. found.Where(it => (bool?)it!["required"] == true).Select(it => it!["name"]!.DeepClone())]),
        };
    }

    public override string ToString() => $"{Method} {Path}";
}
