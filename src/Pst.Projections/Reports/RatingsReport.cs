namespace Pst.Projections;

/// <summary>How visitors judged the service.</summary>
/// <param name="N">Answers.</param>
/// <param name="Mean">Of the overall marks, 2 decimals; null without answers.</param>
/// <param name="Counts">Of each overall mark.</param>
/// <param name="Complete">Answers with all nine elements.</param>
/// <param name="Elements">Each one's mean over the complete answers, 2 decimals; empty where they are too few.</param>
/// <param name="Ikm">Null where the complete answers are too few.</param>
/// <param name="Band">A–D, or insufficient.</param>
public sealed record RatingsReport(
    int N, decimal? Mean, IReadOnlyDictionary<int, int> Counts, int Complete, IReadOnlyDictionary<Element, decimal> Elements,
    decimal? Ikm, string Band)
{
    internal static RatingsReport Of(IReadOnlyCollection<Rated> answers)
    {
        var complete = answers.Select(it => it.Elements).OfType<Ratings>().Where(it => it.IsComplete).ToList();
        var ikm = Domain.Ikm.Of(complete.Select(it => it.Marks));
        return new(
            answers.Count, answers.Count == 0 ? null : new Fraction(answers.Sum(it => it.Overall), answers.Count).Round(2),
            Enumerable.Range(1, 4).ToDictionary(mark => mark, mark => answers.Count(it => it.Overall == mark)), complete.Count,
            ikm?.Nrr.ToDictionary(it => it.Key, it => it.Value.Round(2)) ?? [],
            ikm?.Value, ikm is null ? "insufficient" : Words.Of(ikm.Band));
    }
}
