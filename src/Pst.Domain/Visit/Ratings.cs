using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pst.Domain;

/// <summary>Marks for some or all of the nine elements, each 1–4, in the elements' order; equal when all marks are.</summary>
[JsonConverter(typeof(Json))]
public sealed class Ratings(IEnumerable<KeyValuePair<Element, int>> marks) : IEquatable<Ratings>
{
    public ImmutableSortedDictionary<Element, int> Marks { get; } = marks.ToImmutableSortedDictionary();

    /// <summary>Only answers with all nine count for the satisfaction index (PermenPANRB 14/2017).</summary>
    public bool IsComplete => Marks.Count == Enum.GetValues<Element>().Length;

    public Ratings With(Element element, int mark) => new(Marks.SetItem(element, mark));

    public bool Equals(Ratings? other) => other is not null && Marks.SequenceEqual(other.Marks);
    public override bool Equals(object? obj) => Equals(obj as Ratings);
    public override int GetHashCode() => Marks.Aggregate(0, HashCode.Combine);
    public override string ToString() => string.Join(", ", Marks.Select(it => $"{it.Key} {it.Value}"));

    sealed class Json : JsonConverter<Ratings>
    {
        public override Ratings Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new(JsonSerializer.Deserialize<Dictionary<Element, int>>(ref reader)!);

        public override void Write(Utf8JsonWriter writer, Ratings value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            foreach (var (element, mark) in value.Marks) writer.WriteNumber($"{element}", mark);
            writer.WriteEndObject();
        }
    }
}
