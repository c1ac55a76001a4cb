namespace Pst.Domain;

/// <summary>The public satisfaction index (Indeks Kepuasan Masyarakat, PermenPANRB 14/2017) over all answers with nine marks.</summary>
/// <param name="Nrr">Each element's mean mark.</param>
/// <param name="Exact">25 × Σ NRR / 9, never from rounded means.</param>
public sealed record Ikm(IReadOnlyDictionary<Element, Fraction> Nrr, Fraction Exact)
{
    /// <summary>Of fewer complete answers there is no figure at all.</summary>
    public const int FewestAnswers = 10;

    static readonly Element[] Elements = Enum.GetValues<Element>();

    /// <summary>As published, with two decimals.</summary>
    public decimal Value => Exact.Round(2);

    public IkmBand Band => BandOf(Value);

    /// <summary>By the rounded value, so that the figure and its letter always agree.</summary>
    public static IkmBand BandOf(decimal value) => value switch
    {
        >= 88.31m => IkmBand.A,
        >= 76.61m => IkmBand.B,
        >= 65.00m => IkmBand.C,
        _ => IkmBand.D,
    };

    /// <summary>An answer that leaves an element out counts for none.</summary>
    public static bool IsComplete(IReadOnlyDictionary<Element, int> marks) => Elements.All(marks.ContainsKey);

    /// <summary>Null where the answers are too few.</summary>
    public static Ikm? Of(IEnumerable<IReadOnlyDictionary<Element, int>> answers)
    {
        var complete = answers.Where(IsComplete).ToList();
        return OfTotals(complete.Count, Elements.ToDictionary(it => it, it => complete.Sum(marks => (long)marks[it])));
    }

    /// <summary>The same from each element's sum over the complete answers.</summary>
    public static Ikm? OfTotals(int complete, IReadOnlyDictionary<Element, long> totals)
    {
        if (complete < FewestAnswers) return null;
        var nrr = Elements.ToDictionary(it => it, it => new Fraction(totals[it], complete));
        return new(nrr, nrr.Values.Aggregate((sum, it) => sum + it) * new Fraction(25, Elements.Length));
    }
}

/// <summary>Mutu pelayanan: A sangat baik, B baik, C kurang baik, D tidak baik.</summary>
public enum IkmBand { A, B, C, D }
