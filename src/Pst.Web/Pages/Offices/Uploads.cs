using System.Text.Json;
using System.Text.Json.Nodes;

namespace Pst.Web.Pages.Offices;

/// <summary>Small files that people send in.</summary>
internal static class Uploads
{
    const int Most = 256 * 1024; // an office's file has some ten kilobytes

    /// <summary>Empty for none, and for one that is too large.</summary>
    public static async Task<string> TextAsync(IFormFile? file, CancellationToken cancel)
    {
        if (file is null or { Length: > Most }) return "";
        using var reader = new StreamReader(file.OpenReadStream());
        return await reader.ReadToEndAsync(cancel);
    }

    /// <summary>Null for what is no JSON object, or one that says a name twice.</summary>
    public static JsonObject? Json(string text)
    {
        try
        {
            using var read = JsonDocument.Parse(text, new() { AllowDuplicateProperties = false });
            return JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException) { return null; }
    }
}
