namespace Pst.Bench;

/// <summary>What was measured, with what the project wants of it.</summary>
abstract record Result(string Name)
{
    public abstract bool IsReached { get; }
}

/// <summary>A speed against its floor.</summary>
/// <param name="AtLeast">Of the ratio.</param>
/// <param name="OrPerSecond">Where that is more, so much has to be reached instead.</param>
sealed record Ratio(string Name, double PerSecond, double FloorPerSecond, double Value, double AtLeast, double OrPerSecond = 0)
    : Result(Name)
{
    public override bool IsReached => Value >= AtLeast && PerSecond >= OrPerSecond;

    /// <summary>Of rounds in which both ran one right after the other; the middle one counts.</summary>
    public static Ratio Of(string name, IReadOnlyCollection<(double Ours, double Floor)> rounds, double atLeast) =>
        new(
            name, Middle(rounds.Select(it => it.Ours)), Middle(rounds.Select(it => it.Floor)),
            Middle(rounds.Select(it => it.Ours / it.Floor)), atLeast);

    static double Middle(IEnumerable<double> values) => values.Order().ElementAt(values.Count() / 2);
}

/// <summary>Something of which less is better.</summary>
/// <param name="Unit">As it stands in the JSON: ms, mb, times.</param>
sealed record Amount(string Name, double Value, string Unit, double AtMost, string Note = "") : Result(Name)
{
    public override bool IsReached => Value <= AtMost;
}
