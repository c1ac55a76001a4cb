namespace Pst.Projections;

/// <summary>What do visitors think of the office, once they have left?</summary>
public sealed class RatingsBoard(Visits visits)
{
    /// <summary>
    /// Of those who arrived on some local days, both included, and have departed: before that nobody at the office hears of it, for a card
    /// may still be in its hands.
    /// </summary>
    public async Task<RatingsView> ShowAsync(OfficeCode office, OfficeState settings, DateOnly from, DateOnly to, CancellationToken cancel)
    {
        var zone = settings.Details.TimeZone;
        var found = await visits.BetweenAsync(office, zone, from, to, cancel);
        var heard = found.Select(it => it.Row).Where(it => it is { Departed: not null, IsVoided: false, Rated: not null }).ToList();
        return new(
            RatingsReport.Of([.. heard.Select(it => it.Rated!)]),
            [
                .. heard.Where(it => it.Rated!.Overall <= LowRating.Highest)
                    .Select(it => new LowRating(
                        zone.Day(it.ArrivedAt), it.Rated!.Overall, it.Rated.Elements, it.Rated.CommentRef))
                    .OrderByDescending(it => it.Day).ThenBy(it => it.Overall).ThenBy(it => it.CommentRef),
            ]);
    }
}

/// <param name="Figures">Of all that can be heard.</param>
/// <param name="Low">The newest day first; within a day not in their order, which would tell whose they are.</param>
public sealed record RatingsView(RatingsReport Figures, IReadOnlyList<LowRating> Low);

/// <summary>A rating that asks for something to be done; nothing that is shown of it says which visit it is of.</summary>
/// <param name="CommentRef">The text in the vault.</param>
public sealed record LowRating(DateOnly Day, int Overall, Ratings? Elements, Guid? CommentRef)
{
    /// <summary>The highest mark that is low: "kurang puas".</summary>
    public const int Highest = 2;
}
