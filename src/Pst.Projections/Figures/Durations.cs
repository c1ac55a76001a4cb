using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pst.Projections;

/// <summary>Lengths of time, to the microsecond as they are stored: each is kept, so that a median over many days is exact.</summary>
[JsonConverter(typeof(Json))]
public sealed class Durations : IEquatable<Durations>
{
    // Microseconds, the shortest first.
    readonly long[] sorted;

    Durations(long[] sorted) => this.sorted = sorted;

    public static Durations None { get; } = new([]);

    public int Count => sorted.Length;

    /// <summary>The mean of the middle two, which of an odd number are the same one; null of none.</summary>
    public double? MedianSeconds => Count == 0 ? null : Seconds(sorted[(Count - 1) / 2] + sorted[Count / 2]) / 2;

    /// <summary>Nearest rank: the smallest that nine tenths do not pass; null of none.</summary>
    public double? P90Seconds => Count == 0 ? null : Seconds(sorted[(int)((Count * 9L + 9) / 10) - 1]);

    /// <summary>All together.</summary>
    public long TotalMicroseconds => sorted.Sum();

    public double? LongestSeconds => Count == 0 ? null : Seconds(sorted[^1]);

    public static Durations Of(IEnumerable<TimeSpan> lengths) =>
        new([.. lengths.Select(it => it.Ticks / TimeSpan.TicksPerMicrosecond).Order()]);

    public static Durations operator +(Durations left, Durations right) => Sum([left, right]);

    /// <summary>All of them together.</summary>
    public static Durations Sum(IEnumerable<Durations> many)
    {
        long[] all = [.. many.SelectMany(it => it.sorted)];
        Array.Sort(all);
        return new(all);
    }

    /// <summary>
    /// Bars of one width, each including its end, which is the promise's last good moment; the first also holds what took no time, the
    /// last all that is longer.
    /// </summary>
    /// <param name="width">Such that a promise ends where a bar does.</param>
    /// <param name="bars">How many, with the last.</param>
    public IReadOnlyList<DurationBar> Bars(TimeSpan width, int bars)
    {
        var counts = new int[bars];
        foreach (var length in sorted)
            counts[Math.Min(bars - 1, Math.Max(0, (length - 1) / (width.Ticks / TimeSpan.TicksPerMicrosecond)))]++;
        return [.. counts.Select((count, bar) => new DurationBar(width * bar, bar == bars - 1 ? null : width * (bar + 1), count))];
    }

    static double Seconds(long microseconds) => microseconds / 1e6;

    public bool Equals(Durations? other) => other is not null && sorted.AsSpan().SequenceEqual(other.sorted);
    public override bool Equals(object? obj) => Equals(obj as Durations);
    public override int GetHashCode() => sorted.Aggregate(Count, HashCode.Combine);
    public override string ToString() => $"[{string.Join(", ", sorted)}] µs";

    sealed class Json : JsonConverter<Durations>
    {
        public override Durations Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new(JsonSerializer.Deserialize<long[]>(ref reader, options)!);

        public override void Write(Utf8JsonWriter writer, Durations value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, value.sorted, options);
    }
}

/// <param name="After">What is longer than this, in the first bar also what took no time.</param>
/// <param name="Through">Up to this; null for the last bar.</param>
public sealed record DurationBar(TimeSpan After, TimeSpan? Through, int Count);
