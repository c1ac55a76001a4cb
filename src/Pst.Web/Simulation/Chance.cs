using Bogus;

namespace Pst.Web.Simulation;

/// <summary>What a simulation leaves to chance, always from a seeded source.</summary>
internal static class Chance
{
    public static TimeSpan Seconds(this Randomizer chance, int from, int to) => TimeSpan.FromSeconds(chance.Int(from, to));

    public static TimeSpan Minutes(this Randomizer chance, int from, int to) => chance.Seconds(60 * from, 60 * to);

    /// <summary>One of them by its weight.</summary>
    public static T Draw<T>(this Randomizer chance, params ReadOnlySpan<(T Outcome, int Weight)> outcomes)
    {
        var sum = 0;
        foreach (var (_, weight) in outcomes) sum += weight;
        var drawn = chance.Int(1, sum);
        foreach (var (outcome, weight) in outcomes)
            if ((drawn -= weight) <= 0) return outcome;
        throw new System.Diagnostics.UnreachableException();
    }
}
