using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pst.Web.OwnData;

/// <summary>A record as a file that other programs read.</summary>
public static class OwnDataFile
{
    static readonly JsonSerializerOptions Plain = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // a file, never part of a page
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    public static byte[] Of(OwnRecord record) => JsonSerializer.SerializeToUtf8Bytes(record, Plain);
}
