using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;
using Pst.Domain;

namespace Pst.Web.Api;

/// <summary>How the API writes: camelCase, choices as words, ids as text, times ISO 8601 with offset.</summary>
public static class ApiJson
{
    static readonly FrozenDictionary<Zone, JsonSerializerOptions> ByZone = Zone.All.ToFrozenDictionary(it => it, it => Create(it));

    /// <summary>For what has no times in it.</summary>
    public static JsonSerializerOptions Options { get; } = Create(null);

    /// <summary>For what belongs to an office: its times carry the offset of its zone.</summary>
    public static JsonSerializerOptions In(Zone zone) => ByZone[zone];

    public static void Configure(JsonSerializerOptions options)
    {
        options.NumberHandling = JsonNumberHandling.Strict;
        options.Converters.Add(new ParsableJsonConverterFactory());
        options.Converters.Add(new WordConverterFactory());
    }

    static JsonSerializerOptions Create(Zone? zone)
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        Configure(options);
        if (zone is { } local) options.Converters.Add(new LocalTimeConverter(local));
        return options;
    }

    sealed class LocalTimeConverter(Zone zone) : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetDateTimeOffset();

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(zone.Local(value));
    }

    sealed class WordConverterFactory : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(typeof(WordConverter<>).MakeGenericType(typeToConvert))!;
    }

    sealed class WordConverter<TEnum> : JsonConverter<TEnum> where TEnum : struct, Enum
    {
        public override TEnum Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Words.TryRead<TEnum>(reader.GetString(), out var value) ? value : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, TEnum value, JsonSerializerOptions options) =>
            writer.WriteStringValue(Words.Of(value));

        public override void WriteAsPropertyName(Utf8JsonWriter writer, TEnum value, JsonSerializerOptions options) =>
            writer.WritePropertyName(Words.Of(value));
    }
}
