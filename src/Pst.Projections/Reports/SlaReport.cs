namespace Pst.Projections;

/// <summary>How the promise on time was kept.</summary>
/// <param name="CompliancePercent">Met of met and missed, 2 decimals; null when there is nothing to judge.</param>
/// <param name="MedianSeconds">From the clock's start to the service; null when nobody with a clock was served.</param>
public sealed record SlaReport(
    int Met, int Missed, int Withdrawn, int Pending, int Unknown, int NoPromise, int Voided,
    decimal? CompliancePercent, double? MedianSeconds, double? P90Seconds)
{
    internal static SlaReport Of(Figures it) => new(
        it[Figure.Met], it[Figure.Missed], it[Figure.Withdrawn], it[Figure.Pending], it[Figure.Unknown], it[Figure.NoPromise],
        it[Figure.Voided], it.Sums.CompliancePercent, it.Waits.MedianSeconds, it.Waits.P90Seconds);
}
