using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pst.Domain;

/// <summary>
/// How events lie in the store: PascalCase members, enums as numbers, ids as text, nulls written. Reading takes nothing that writing
/// would lose: an unknown member, a missing one without a default, or a null where none belongs is a damaged event.
/// </summary>
public static class StoredJson
{
    public static JsonSerializerOptions Options { get; } = Create();

    static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions
        {
            // It goes into jsonb, never into HTML as it stands: people may read their own letters in the log.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            Converters = { new ParsableJsonConverterFactory() },
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
