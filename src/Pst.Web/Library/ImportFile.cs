using System.Text;
using System.Text.Json;
using Pst.Domain;

namespace Pst.Web.Library;

/// <summary>
/// Answers of the Web API that lie in files: one as it came (its domain then stands in the file's name or is told), or several, each as
/// <c>{"domain", "body"}</c>, in a list or under <c>lists</c> and <c>details</c>.
/// </summary>
internal static class ImportFile
{
    /// <param name="name">Without a folder.</param>
    /// <param name="domain">For answers that do not say it; null where the name begins with it.</param>
    public static (IReadOnlyList<GivenPage> Pages, ImportReport Faults) Read(string name, byte[] content, string? domain)
    {
        domain ??= name.Length >= 4 && OfficeCode.TryParse(name[..4], null, out var code) ? code.Value : null;
        try
        {
            var text = Encoding.UTF8.GetString(content).TrimStart('\uFEFF');
            using var document = JsonDocument.Parse(text, new() { MaxDepth = 32 });
            return Pages(name, document.RootElement.Clone(), domain);
        }
        catch (JsonException)
        {
            return ([], ImportReport.OfBroken(name, "not_json"));
        }
    }

    static (IReadOnlyList<GivenPage>, ImportReport) Pages(string name, JsonElement root, string? domain)
    {
        var entries = root.ValueKind switch
        {
            JsonValueKind.Array => root.EnumerateArray().ToList(),
            JsonValueKind.Object when Named(root, "lists").Concat(Named(root, "details")).ToList() is { Count: > 0 } several => several,
            _ => [root],
        };
        var pages = new List<GivenPage>();
        var faults = ImportReport.Empty;
        foreach (var (number, entry) in entries.Index())
            if (Page(entries.Count == 1 ? name : $"{name} #{number + 1}", entry, domain) is { } page) pages.Add(page);
            else faults += ImportReport.OfBroken(name, "no_domain");
        return (pages, faults);
    }

    static GivenPage? Page(string where, JsonElement entry, string? domain)
    {
        var isWrapped = entry.ValueKind == JsonValueKind.Object && entry.TryGetProperty("body", out _);
        var told = isWrapped && entry.TryGetProperty("domain", out var own) ? $"{own}" : domain;
        return OfficeCode.TryParse(told, null, out var code) ? new(code.Value, where, isWrapped ? entry.GetProperty("body") : entry) : null;
    }

    static List<JsonElement> Named(JsonElement root, string name) =>
        root.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray()] : [];
}
