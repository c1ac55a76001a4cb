using System.Globalization;
using System.Text.Json.Nodes;

namespace Pst.Api.Tests.Model;

/// <summary>Compares what was answered with what was expected, field by field; what nobody expected may be there besides.</summary>
internal static class Reading
{
    /// <summary>Where they differ, and how.</summary>
    public static IEnumerable<string> Differences(JsonNode? expected, JsonNode? found, string path = "") => (expected, found) switch
    {
        (JsonObject wanted, JsonObject given) =>
            wanted.SelectMany(it => Differences(it.Value, given[it.Key], path.Length == 0 ? it.Key : $"{path}.{it.Key}")),
        (JsonArray wanted, JsonArray given) when wanted.Count == given.Count =>
            wanted.Zip(given).SelectMany((it, index) => Differences(it.First, it.Second, $"{path}[{index}]")),
        _ => Plain(expected) == Plain(found) ? [] : [$"{path}: {Plain(found)} instead of {Plain(expected)}"],
    };

    // Times are the same in whatever zone they are written.
    static string Plain(JsonNode? value) =>
        value is JsonValue text && text.TryGetValue<string>(out var written)
            && DateTimeOffset.TryParseExact(written, "yyyy-MM-ddTHH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture, default, out var at)
            ? at.ToUniversalTime().ToString("O")
            : value?.ToJsonString() ?? "null";
}
