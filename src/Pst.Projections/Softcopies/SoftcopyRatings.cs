namespace Pst.Projections;

/// <summary>How those judged who asked for softcopies.</summary>
/// <param name="Figures">Of all of them.</param>
/// <param name="Low">The newest day first; nothing of it says which request it is of.</param>
public sealed record SoftcopyRatings(RatingsReport Figures, IReadOnlyList<LowRating> Low)
{
    internal static SoftcopyRatings Of(Zone zone, IReadOnlyList<SoftcopyRow> rated) => new(
        RatingsReport.Of([.. rated.Select(it => new Rated(it.Rated!.Overall, null, null))]),
        [
            .. rated.Where(it => it.Rated!.Overall <= LowRating.Highest)
                .Select(it => new LowRating(zone.Day(it.RatedAt!.Value), it.Rated!.Overall, null, it.Rated.CommentRef))
                .OrderByDescending(it => it.Day).ThenBy(it => it.Overall).ThenBy(it => it.CommentRef),
        ]);
}
