using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;

namespace Pst.Web.Pages.Offices;

/// <summary>
/// Values of an office file as people type and read them: "08:00-12:00, 13:00-15:30", "A01, A02", "60". What cannot be understood is passed
/// on as it is typed, and the file's own reader says what is wrong with it.
/// </summary>
public static class FileText
{
    const StringSplitOptions Entries = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;
    static readonly char[] Between = [',', ';', '\n'];
    static readonly char[] Dashes = ['-', '–'];

    /// <summary>Empty for what is absent.</summary>
    public static string Of(JsonNode? value) => value switch
    {
        null => "",
        JsonArray list => string.Join(", ", list.Select(it => it is JsonArray span ? string.Join('-', span.Select(Of)) : Of(it))),
        JsonObject group => string.Join("; ", group.Select(it => Of(it.Value)).Where(it => it != "")),
        _ => value.ToString(),
    };

    /// <summary>The same for reading: choices and yes or no in words.</summary>
    public static string Told(JsonNode? value, IStringLocalizer text) =>
        value is JsonArray list && list.All(it => it is JsonValue)
            ? string.Join(", ", list.Select(it => Told(it, text)))
            : text[$"file.word.{Of(value)}"] is { ResourceNotFound: false } word ? word : Of(value);

    public static JsonArray Spans(string text) => new([.. text.Split(Between, Entries).Select(Span)]);

    public static JsonArray List(string text) => List(text.Split(Between, Entries));

    public static JsonArray List(IEnumerable<string> texts) => new([.. texts.Select(it => (JsonNode)it)]);

    /// <summary>Null for an empty text.</summary>
    public static JsonNode? Number(string text) =>
        text == "" ? null
        : long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : text;

    static JsonNode Span(string text)
    {
        var times = text.Split(Dashes, Entries);
        return times.Length == 2 ? List(times.Select(Time)) : text;
    }

    // "8.00" is "08:00".
    static string Time(string text) =>
        TimeOnly.TryParseExact(text.Replace('.', ':'), ["H:mm", "HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time.ToString("HH:mm", CultureInfo.InvariantCulture) : text;
}
