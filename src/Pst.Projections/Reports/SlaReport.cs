namespace Pst.Projections;

/// <summary>How the promise on time was kept.</summary>
/// <param name="CompliancePercent">Met of met and missed, 2 decimals; null when there is nothing to judge.</param>
/// <param name="MedianSeconds">From the clock's start to the service; null when nobody with a clock was served.</param>
public sealed record SlaReport(
    int Met, int Missed, int Withdrawn, int Pending, int Unknown, int NoPromise, int Voided,
    decimal? CompliancePercent, double? MedianSeconds, double? P90Seconds)
{
    internal static SlaReport Of(IReadOnlyCollection<(VisitRow Row, Promise? Promise)> visits, DateTimeOffset now)
    {
        var verdicts = visits.ToLookup(it => it.Row.VerdictAt(now, it.Promise));
        int Count(Verdict? verdict) => verdicts[verdict].Count();

        var waits = visits.Select(it => Waited(it.Row, it.Promise)).OfType<TimeSpan>().Order().ToList();
        return new(
            Count(Verdict.Met), Count(Verdict.Missed), Count(Verdict.Withdrawn), Count(Verdict.Pending), Count(Verdict.Unknown),
            Count(Verdict.NoPromise), Count(null), Sla.CompliancePercent(Count(Verdict.Met), Count(Verdict.Missed)),
            Median(waits), P90(waits));
    }

    // Who was served before the clock began did not wait.
    static TimeSpan? Waited(VisitRow row, Promise? promise) =>
        !row.IsVoided && row.ServedAt - promise?.ClockStarts is { } waited ? waited < TimeSpan.Zero ? TimeSpan.Zero : waited : null;

    // The mean of the middle two, which of an odd number are the same one.
    static double? Median(List<TimeSpan> sorted) =>
        sorted.Count == 0 ? null : (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]).TotalSeconds / 2;

    // Nearest rank: the smallest that nine tenths do not pass.
    static double? P90(List<TimeSpan> sorted) => sorted.Count == 0 ? null : sorted[(sorted.Count * 9 + 9) / 10 - 1].TotalSeconds;
}
