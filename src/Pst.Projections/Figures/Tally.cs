using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pst.Projections;

/// <summary>How often each small number occurs; it knows no highest one. Equal when all counts are.</summary>
[JsonConverter(typeof(Json))]
public sealed class Tally : IEquatable<Tally>
{
    readonly int[] counts;

    Tally(ReadOnlySpan<int> counts) => this.counts = counts.TrimEnd(0).ToArray();

    public static Tally None { get; } = new([]);

    /// <summary>The highest number that occurs, and one more.</summary>
    public int Length => counts.Length;

    public int Sum => counts.Sum();

    public int this[int number] => number < counts.Length ? counts[number] : 0;

    /// <summary>The counts of 0, 1, 2 and so on.</summary>
    public static Tally OfCounts(ReadOnlySpan<int> counts) => new(counts);

    /// <summary>Counts numbers that are not negative.</summary>
    public static Tally Of(IEnumerable<int> numbers)
    {
        var counts = new int[16];
        foreach (var number in numbers)
        {
            if (number >= counts.Length) Array.Resize(ref counts, Math.Max(number + 1, counts.Length * 2));
            counts[number]++;
        }
        return new(counts);
    }

    public static Tally operator +(Tally left, Tally right)
    {
        var (longer, shorter) = left.Length >= right.Length ? (left, right) : (right, left);
        if (shorter.Length == 0) return longer;
        var sum = longer.counts.ToArray();
        for (var number = 0; number < shorter.Length; number++) sum[number] += shorter.counts[number];
        return new(sum);
    }

    public bool Equals(Tally? other) => other is not null && counts.AsSpan().SequenceEqual(other.counts);
    public override bool Equals(object? obj) => Equals(obj as Tally);
    public override int GetHashCode() => counts.Aggregate(counts.Length, HashCode.Combine);
    public override string ToString() => $"[{string.Join(", ", counts)}]";

    sealed class Json : JsonConverter<Tally>
    {
        public override Tally Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new(JsonSerializer.Deserialize<int[]>(ref reader, options));

        public override void Write(Utf8JsonWriter writer, Tally value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, value.counts, options);
    }
}
