using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pst.Projections;

/// <summary>Every <see cref="Figure"/> of some visits, and what is reckoned from them: mergeable over days and offices.</summary>
[JsonConverter(typeof(Json))]
public sealed record Sums
{
    static readonly Figure[] All = Enum.GetValues<Figure>();

    readonly Tally counts;

    Sums(Tally counts) => this.counts = counts;

    public static Sums None { get; } = new(Tally.None);

    public int this[Figure figure] => counts[(int)figure];

    /// <summary>Met of met and missed, 2 decimals; null when there is nothing to judge.</summary>
    public decimal? CompliancePercent => Sla.CompliancePercent(this[Figure.Met], this[Figure.Missed]);

    /// <summary>The same over visits in which nothing was entered late.</summary>
    public decimal? ComplianceWithoutLatePercent =>
        Sla.CompliancePercent(this[Figure.Met] - this[Figure.LateMet], this[Figure.Missed] - this[Figure.LateMissed]);

    /// <summary>Visits in which something was entered late, of all; 2 decimals.</summary>
    public decimal? LateSharePercent => Percent(Figure.LateVisits, Figure.Visits);

    /// <summary>Of the overall marks, 2 decimals; null without ratings.</summary>
    public decimal? MeanMark => this[Figure.Ratings] == 0 ? null
        : new Fraction(Enumerable.Range(1, 4).Sum(mark => mark * this[Figure.Mark1 + mark - 1]), this[Figure.Ratings]).Round(2);

    /// <summary>The public satisfaction index; null where the complete answers are too few.</summary>
    public Ikm? Ikm => Domain.Ikm.OfTotals(
        this[Figure.Complete], Enum.GetValues<Element>().ToDictionary(it => it, it => (long)this[Of(it)]));

    /// <summary>How many complete answers would stand for all who were served (Krejcie and Morgan).</summary>
    public int SampleNeeded => SampleSize.Of(this[Figure.Served]);

    /// <summary>One of another in percent, 2 decimals, half up; null of nothing.</summary>
    public decimal? Percent(Figure part, Figure whole) =>
        this[whole] == 0 ? null : new Fraction(100L * this[part], this[whole]).Round(2);

    /// <summary>The figure that sums an element's marks.</summary>
    public static Figure Of(Element element) => Figure.Persyaratan + ((int)element - 1);

    /// <summary>Each figure as a function gives it.</summary>
    public static Sums Of(Func<Figure, int> count) => new(Tally.OfCounts([.. All.Select(count)]));

    /// <summary>What it adds that so many open promises turned from pending to missed.</summary>
    /// <param name="late">Those among them of visits with late entries.</param>
    internal static Sums Missed(int missed, int late) => Of(figure => figure switch
    {
        Figure.Pending => -missed,
        Figure.Missed => missed,
        Figure.LateMissed => late,
        _ => 0,
    });

    /// <summary>All of them together.</summary>
    public static Sums Of(IReadOnlyCollection<Sums> many) => many.Aggregate(None, (left, right) => left + right);

    public static Sums operator +(Sums left, Sums right) => new(left.counts + right.counts);

    /// <summary>What is 0 is left out.</summary>
    public override string ToString() =>
        string.Join(", ", All.Where(it => this[it] != 0).Select(it => $"{it} {this[it]}"));

    sealed class Json : JsonConverter<Sums>
    {
        public override Sums Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new(JsonSerializer.Deserialize<Tally>(ref reader, options)!);

        public override void Write(Utf8JsonWriter writer, Sums value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, value.counts, options);
    }
}
