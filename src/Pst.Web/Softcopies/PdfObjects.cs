using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace Pst.Web.Softcopies;

/// <summary>
/// What a PDF is made of, as qpdf writes it down (its JSON, version 2), without the content of streams. Names begin with a stroke, texts
/// with <c>u:</c> or <c>b:</c>, so that no text is taken for a name.
/// </summary>
internal sealed class PdfObjects
{
    const int Deepest = 600; // qpdf gives up before

    static readonly string[] Scripts =
        ["/JavaScript", "/JS", "/Launch", "/XFA", "/RichMedia", "/ImportData", "/SubmitForm", "/Movie", "/Rendition"];

    static readonly string[] Attachments = ["/EmbeddedFile", "/EmbeddedFiles", "/FileAttachment", "/GoToE"];

    /// <summary>What it has that none of ours may have.</summary>
    public FileFault Fault { get; private init; }

    /// <summary>As many as its own tree of pages counts; null where it has none.</summary>
    public int? Pages { get; private init; }

    /// <summary>How it is locked, in qpdf's own words: equal for files that are locked alike.</summary>
    public string Encryption { get; private init; } = "";

    /// <summary>What it says of itself: its title, who wrote it.</summary>
    public JsonObject Info { get; private init; } = [];

    JsonObject Header { get; init; } = [];
    JsonObject Trailer { get; init; } = [];

    /// <exception cref="FileRefusedException">Nobody can read it.</exception>
    public static PdfObjects Read(byte[] json)
    {
        try
        {
            if (!Utf8.IsValid(json)) json = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(json)); // names may have any bytes
            var fault = FaultOf(json);
            using var whole = JsonDocument.Parse(json, new() { MaxDepth = Deepest });
            var (header, objects) = (whole.RootElement.GetProperty("qpdf")[0], whole.RootElement.GetProperty("qpdf")[1]);
            var trailer = objects.GetProperty("trailer").GetProperty("value");
            return new()
            {
                Fault = fault, Header = Node(header), Trailer = Node(trailer),
                Info = Follow(objects, trailer, "/Info") is { } info ? Node(info) : [],
                Pages = Follow(objects, trailer, "/Root") is { } root && Follow(objects, root, "/Pages") is { } tree
                    && tree.TryGetProperty("/Count", out var count) && count.TryGetInt32(out var pages) ? pages : null,
                Encryption = whole.RootElement.GetProperty("encrypt").GetRawText(),
            };
        }
        catch (Exception strange) when (strange is JsonException or KeyNotFoundException
            or InvalidOperationException or IndexOutOfRangeException)
        {
            throw new FileRefusedException(FileFault.Damaged, strange);
        }
    }

    /// <summary>What qpdf takes to say in the file's metadata what is to be said there, and leaves all else as it is.</summary>
    /// <param name="name">Of the entry, without its stroke.</param>
    public byte[] WithInfo(string name, string value)
    {
        var header = Node(Header);
        var number = header["maxobjectid"]!.GetValue<int>() + 1;
        header["maxobjectid"] = number;
        var (info, trailer) = (Node(Info), Node(Trailer));
        info[$"/{name}"] = $"u:{value}";
        trailer["/Info"] = $"{number} 0 R";
        var objects = new JsonObject { [$"obj:{number} 0 R"] = new JsonObject { ["value"] = info } };
        objects["trailer"] = new JsonObject { ["value"] = trailer };
        return Encoding.UTF8.GetBytes(new JsonObject { ["version"] = 2, ["qpdf"] = new JsonArray(header, objects) }.ToJsonString());
    }

    static FileFault FaultOf(byte[] json)
    {
        var found = FileFault.None;
        for (var reader = new Utf8JsonReader(json, new() { MaxDepth = Deepest }); reader.Read();)
            if (reader.TokenType is JsonTokenType.PropertyName or JsonTokenType.String)
            {
                if (Says(ref reader, Scripts)) return FileFault.HasScript;
                if (Says(ref reader, Attachments)) found = FileFault.HasAttachment;
            }
        return found;
    }

    static bool Says(ref Utf8JsonReader reader, string[] names)
    {
        foreach (var name in names)
            if (reader.ValueTextEquals(name)) return true;
        return false;
    }

    // A dictionary stands in its place, or somewhere else under a number.
    static JsonElement? Follow(JsonElement objects, JsonElement holder, string name)
    {
        if (!holder.TryGetProperty(name, out var found)) return null;
        if (found.ValueKind == JsonValueKind.String)
            return objects.TryGetProperty($"obj:{found.GetString()}", out var there) && there.TryGetProperty("value", out var value)
                && value.ValueKind == JsonValueKind.Object ? value : null;
        return found.ValueKind == JsonValueKind.Object ? found : null;
    }

    static JsonObject Node(JsonElement value) => JsonObject.Create(value.Clone())!;

    static JsonObject Node(JsonObject value) => value.DeepClone().AsObject();
}
