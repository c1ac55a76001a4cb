using Pst.Domain;

namespace Pst.Web.Pages.National;

/// <summary>Where an office's share lies among all, by what chance alone would do.</summary>
public enum Standing { FarBelow, Below, Within, Above, FarAbove }

/// <summary>
/// The share of all offices together, and how far from it chance alone carries an office with so many cases: past the first limits on
/// either side 2.5 % of all that are no different, past the second ones 0.1 % (limits of 95 % and 99.8 %).
/// </summary>
/// <param name="Share">0 to 1.</param>
public sealed record Funnel(double Share)
{
    const double Tail = 0.025, FarTail = 0.001;

    // So many points make a smooth line.
    const int Points = 48;

    /// <summary>Null where nothing was judged.</summary>
    public static Funnel? Of(int met, int missed) => met + missed == 0 ? null : new((double)met / (met + missed));

    public Standing StandingOf(int met, int n)
    {
        var chance = new Binomial(n, Share);
        var (atMost, atLeast) = (chance.AtMost(met), chance.AtLeast(met));
        return atMost < FarTail ? Standing.FarBelow : atMost < Tail ? Standing.Below
            : atLeast < FarTail ? Standing.FarAbove : atLeast < Tail ? Standing.Above : Standing.Within;
    }

    /// <summary>Lines through the limits up to the office with the most cases: how many, the limits of 95 % and those of 99.8 %.</summary>
    public IReadOnlyList<decimal[]> Limits(int most) =>
    [
        .. Enumerable.Range(1, Points).Select(it => Math.Max(2, (int)Math.Ceiling(most * Math.Pow((double)it / Points, 2)))).Distinct()
            .Select(n => (N: n, Chance: new Binomial(n, Share)))
            .Select(it => (decimal[])
            [
                it.N, Percent(it.Chance.Lower(Tail)), Percent(it.Chance.Upper(Tail)),
                Percent(it.Chance.Lower(FarTail)), Percent(it.Chance.Upper(FarTail)),
            ]),
    ];

    static decimal Percent(double share) => Math.Round((decimal)(100 * share), 2);
}
