using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace Pst.Domain.Specs;

public sealed class IkmSpecs
{
    static readonly JsonElement Vectors = Shared.Json("vectors/ikm.json");

    public static TheoryData<int> Cases => [.. Enumerable.Range(0, Vectors.GetProperty("cases").GetArrayLength())];

    [Theory, MemberData(nameof(Cases))]
    public void The_index_is_exact(int index)
    {
        var vector = Vectors.GetProperty("cases")[index];
        var expected = vector.GetProperty("expect");
        var ikm = vector.TryGetProperty("answers", out var answers)
            ? Ikm.Of(answers.EnumerateArray().Select(Marks))
            : Ikm.OfTotals(vector.GetProperty("n").GetInt32(), vector.GetProperty("totals").Deserialize<Dictionary<Element, long>>()!);

        (ikm?.Exact.ToString()).ShouldBe(expected.GetProperty("ikmExact").GetString());
        (ikm?.Value).ShouldBe(expected.GetProperty("ikm").Deserialize<decimal?>());
        (ikm?.Band.ToString() ?? "insufficient").ShouldBe(expected.GetProperty("band").GetString());
        foreach (var (element, mean) in ikm?.Nrr ?? new Dictionary<Element, Fraction>())
        {
            var nrr = expected.GetProperty("nrr").GetProperty(Words.Of(element));
            ($"{mean}", mean.Round(2)).ShouldBe((nrr.GetProperty("exact").GetString(), nrr.GetProperty("rounded").GetDecimal()));
        }
    }

    [Fact]
    public void An_answer_without_all_nine_counts_for_none()
    {
        foreach (var vector in Vectors.GetProperty("cases").EnumerateArray().Where(it => it.TryGetProperty("answers", out _)))
            vector.GetProperty("answers").EnumerateArray().Count(it => Ikm.IsComplete(Marks(it)))
                .ShouldBe(vector.GetProperty("expect").GetProperty("complete").GetInt32());
    }

    static Dictionary<Element, int> Marks(JsonElement answer) => answer.EnumerateArray().Index()
        .Where(it => it.Item.ValueKind == JsonValueKind.Number)
        .ToDictionary(it => (Element)(it.Index + 1), it => it.Item.GetInt32());

    [Fact]
    public void The_elements_stand_in_the_order_of_the_regulation() =>
        Words.All<Element>().ShouldBe(Vectors.GetProperty("elements").Deserialize<string[]>()!);

    [Fact]
    public void Figures_are_rounded_half_up_and_the_band_follows_the_rounded_figure()
    {
        foreach (var vector in Vectors.GetProperty("rounding").EnumerateArray())
        {
            var rounded = Exactly(vector.GetProperty("value").GetString()!).Round(2);
            (rounded, $"{Ikm.BandOf(rounded)}")
                .ShouldBe((vector.GetProperty("ikm").GetDecimal(), vector.GetProperty("band").GetString()), $"{vector}");
        }
    }

    static Fraction Exactly(string digits) => new(
        BigInteger.Parse(digits.Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture),
        BigInteger.Pow(10, digits.Contains('.') ? digits.Length - digits.IndexOf('.') - 1 : 0));

    [Fact]
    public void A_sample_is_as_large_as_the_table_says()
    {
        foreach (var vector in Vectors.GetProperty("sampleSize").GetProperty("cases").EnumerateArray())
            SampleSize.Of(vector.GetProperty("population").GetInt32()).ShouldBe(vector.GetProperty("sample").GetInt32());
    }
}
