using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Pst.Domain;

/// <summary>An HTML form as the JSON that it stands for, so that forms and bodies share one reader.</summary>
internal static class FormJson
{
    const int Depth = 4; // more dots than that belong to the name: nobody can send a body too deep to read

    /// <summary>Dotted names become objects, a name that comes several times a list; empty texts are left out.</summary>
    public static JsonElement Of(IEnumerable<KeyValuePair<string, string>> form)
    {
        var body = new JsonObject();
        foreach (var field in form.Where(it => it.Value != "").GroupBy(it => it.Key, it => it.Value.ReplaceLineEndings("\n")))
            Place(body, field.Key.Split('.', Depth), [.. field]);
        return JsonSerializer.SerializeToElement(body);
    }

    /// <summary>The number or choice that a text stands for; a ticked box without a value of its own is "on".</summary>
    public static JsonElement LiteralOf(JsonElement typed)
    {
        var text = typed.ValueKind == JsonValueKind.String ? JsonText.Of(typed) : null;
        if (text is "true" or "on") return JsonElement.Parse("true");
        if (text is "false") return JsonElement.Parse("false");
        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? JsonSerializer.SerializeToElement(number) : typed;
    }

    static void Place(JsonObject parent, ReadOnlySpan<string> names, string[] texts)
    {
        var name = names[0];
        var rest = names[1..];
        if (rest.IsEmpty && parent[name] is not JsonObject)
            parent[name] = texts.Length == 1 ? texts[0] : new JsonArray([.. texts.Select(it => JsonValue.Create(it))]);
        else if (rest.IsEmpty)
            parent[name]![""] = texts[0]; // both a field and a group of fields: nobody asks for the nameless one, so it is refused
        else
            Place(GroupOf(parent, name), rest, texts);
    }

    static JsonObject GroupOf(JsonObject parent, string name)
    {
        if (parent[name] is JsonObject group) return group;
        group = parent[name] is { } text ? new() { [""] = text.DeepClone() } : [];
        parent[name] = group;
        return group;
    }
}
