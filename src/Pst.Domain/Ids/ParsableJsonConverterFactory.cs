using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pst.Domain;

/// <summary>Every id and code of the domain is a JSON text, read and written as it is parsed and printed.</summary>
public sealed class ParsableJsonConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert is { IsValueType: true, IsGenericType: false } && typeToConvert.Assembly == typeof(OfficeCode).Assembly
        && typeToConvert.GetInterfaces().Any(it => it.IsGenericType && it.GetGenericTypeDefinition() == typeof(IParsable<>));

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert))!;

    sealed class Converter<T> : JsonConverter<T> where T : struct, IParsable<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && T.TryParse(reader.GetString(), null, out var id)
                ? id : throw new JsonException($"This is no {typeof(T).Name}.");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }
}
