using System.Globalization;
using System.Text.Json;

namespace Pst.Web.Library;

/// <summary>What an answer of the Web API turned out to be.</summary>
internal abstract record PageRead
{
    PageRead() { }

    /// <summary>A page of a list.</summary>
    public sealed record Listed(int Page, int Pages, int Total, IReadOnlyList<JsonElement> Records) : PageRead;

    /// <summary>One publication with its numbers.</summary>
    public sealed record Detailed(JsonElement Record) : PageRead;

    /// <summary>There is nothing there, which is no fault.</summary>
    public sealed record Nothing : PageRead;

    /// <summary>The other side says no, with its words where they are text.</summary>
    public sealed record Failed(string Said) : PageRead;

    /// <summary>It is no answer.</summary>
    /// <param name="Why">A word: <c>not_json</c>, <c>not_an_answer</c>, <c>not_a_list</c>.</param>
    public sealed record Broken(string Why) : PageRead;
}

/// <summary>Reads answers of the Web API's <c>model/publication</c>.</summary>
internal static class PageReader
{
    const int MostSaid = 200;

    public static PageRead Read(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object || Text(body, "status") is not { } status) return new PageRead.Broken("not_an_answer");
        if (status != "OK") return new PageRead.Failed(Cut(Text(body, "message") ?? status));
        if (!body.TryGetProperty("data", out var data)) return new PageRead.Broken("not_an_answer");
        if (Text(body, "data-availability") is not "available") return new PageRead.Nothing();
        return data.ValueKind switch
        {
            JsonValueKind.Object => new PageRead.Detailed(data),
            JsonValueKind.Array when data.GetArrayLength() == 2 => List(data[0], data[1]),
            _ => new PageRead.Broken("not_a_list"),
        };
    }

    static PageRead List(JsonElement head, JsonElement records) =>
        head.ValueKind == JsonValueKind.Object && records.ValueKind == JsonValueKind.Array
        && Whole(head, "page") is { } page && Whole(head, "pages") is { } pages && Whole(head, "total") is { } total
            ? new PageRead.Listed(page, pages, total, [.. records.EnumerateArray()])
            : new PageRead.Broken("not_a_list");

    static string? Text(JsonElement from, string name) =>
        from.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    static int? Whole(JsonElement from, string name) => from.TryGetProperty(name, out var value)
        ? value.ValueKind switch
        {
            JsonValueKind.Number when value.TryGetInt32(out var number) && number >= 0 => number,
            JsonValueKind.String
                when int.TryParse(value.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number,
            _ => null,
        }
        : null;

    static string Cut(string said) => PlainAbstract.Line(said) is var line && line.Length > MostSaid ? line[..MostSaid] : line;
}
