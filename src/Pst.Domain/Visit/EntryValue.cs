using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pst.Domain;

/// <summary>A corrected entry's value as people write it: a number, or a word such as <c>elderly</c>.</summary>
[JsonConverter(typeof(Json))]
public readonly record struct EntryValue(int? Number, string? Text)
{
    public static implicit operator EntryValue(int number) => new(number, null);
    public static implicit operator EntryValue(string text) => new(null, text);

    public override string ToString() => Text ?? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Number}");

    sealed class Json : JsonConverter<EntryValue>
    {
        public override EntryValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.Number ? reader.GetInt32() : reader.GetString()!;

        public override void Write(Utf8JsonWriter writer, EntryValue value, JsonSerializerOptions options)
        {
            if (value.Number is { } number) writer.WriteNumberValue(number);
            else writer.WriteStringValue(value.Text);
        }
    }
}
