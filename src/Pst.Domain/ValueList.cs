using System.Collections;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pst.Domain;

/// <summary>A list that never changes and equals another with equal entries, so that a record with lists still compares by value.</summary>
[CollectionBuilder(typeof(ValueList), nameof(ValueList.Of))]
[JsonConverter(typeof(ValueList.JsonConverters))]
public sealed class ValueList<T> : IReadOnlyList<T>, IEquatable<ValueList<T>>
{
    readonly T[] entries;

    internal ValueList(ReadOnlySpan<T> entries) => this.entries = entries.ToArray();

    public int Count => entries.Length;

    public T this[int index] => entries[index];

    public bool Equals(ValueList<T>? other) => other is not null && entries.AsSpan().SequenceEqual(other.entries);

    public override bool Equals(object? obj) => Equals(obj as ValueList<T>);

    public override int GetHashCode() => entries.Aggregate(entries.Length, HashCode.Combine);

    public override string ToString() => $"[{string.Join(", ", entries)}]";

    public IEnumerator<T> GetEnumerator() => entries.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>Makes value lists and stores them as plain arrays.</summary>
public static class ValueList
{
    public static ValueList<T> Of<T>(ReadOnlySpan<T> entries) => new(entries);

    internal sealed class JsonConverters : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) =>
            typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(ValueList<>);

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert.GenericTypeArguments))!;
    }

    sealed class Converter<T> : JsonConverter<ValueList<T>>
    {
        public override ValueList<T>? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            JsonSerializer.Deserialize<T[]>(ref reader, options) is { } entries ? [.. entries] : null;

        public override void Write(Utf8JsonWriter writer, ValueList<T> value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            foreach (var entry in value) JsonSerializer.Serialize(writer, entry, options);
            writer.WriteEndArray();
        }
    }
}
