using System.Text.Json;

namespace Pst.Domain;

/// <summary>Texts of a JSON body, which may be broken UTF-8 or hold half a surrogate pair: those are null.</summary>
internal static class JsonText
{
    public static string? Of(JsonElement text)
    {
        try { return text.GetString(); }
        catch (InvalidOperationException) { return null; } // how System.Text.Json says that it is no valid Unicode
    }

    public static string? NameOf(JsonProperty property)
    {
        try { return property.Name; }
        catch (InvalidOperationException) { return null; }
    }
}
