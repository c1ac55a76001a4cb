namespace Pst.Domain;

/// <summary>Whether the promise on time was kept. Compliance is met / (met + missed); the others are shown beside it.</summary>
public enum Verdict { Pending, Met, Missed, Withdrawn, Unknown, NoPromise }

/// <summary>What a visit has to show for itself when its promise is judged.</summary>
/// <param name="IsPromised">Whether the service first asked for is one that the standard promises.</param>
/// <param name="Promise">Made at the signing, its clock set; null before.</param>
/// <param name="Used">Something was searched, read, requested or downloaded.</param>
/// <param name="LeftAt">When the visit ended; null while it is open, and also where its end is unknown.</param>
/// <param name="HasEnded">Also where the end is unknown.</param>
public sealed record Judged(bool IsPromised, Promise? Promise, DateTimeOffset? ServedAt, bool Used, DateTimeOffset? LeftAt, bool HasEnded);

/// <summary>The verdicts of the promise on time, kind by kind (the decrees' "waktu penyelesaian").</summary>
public static class Sla
{
    public static Verdict Judge(Judged visit, DateTimeOffset now) => visit switch
    {
        { IsPromised: false } => Verdict.NoPromise,
        { Promise: null } => Verdict.Unknown,
        { Promise.Kind: CompletionKind.Immediate } => Immediate(visit),
        { ServedAt: { } served } => IsInTime(visit.Promise, served) ? Verdict.Met : Verdict.Missed,
        { LeftAt: { } left } => visit.Promise.IsPast(left) ? Verdict.Missed : Verdict.Withdrawn,
        _ => visit.Promise.IsPast(now) ? Verdict.Missed : Verdict.Pending,
    };

    /// <summary>Percent of the judged promises that were kept, 2 decimals, half up; null when there is nothing to judge.</summary>
    public static decimal? CompliancePercent(int met, int missed) =>
        met + missed == 0 ? null : Math.Round(100m * met / (met + missed), 2, MidpointRounding.AwayFromZero);

    static bool IsInTime(Promise promise, DateTimeOffset served) =>
        promise.Kind == CompletionKind.WithinHours ? promise.Spans.Any(span => span.Contains(served)) : !promise.IsPast(served);

    static Verdict Immediate(Judged visit) => visit switch
    {
        { Used: true } => Verdict.Met,
        { HasEnded: true } => Verdict.Withdrawn,
        _ => Verdict.Pending,
    };
}
