namespace Pst.Projections;

/// <summary>
/// What the figures know of one visit. It is pure and has the promise with its clock set, so that whoever counts needs nothing else.
/// </summary>
/// <param name="Day">Of arrival, as the office counts its days; all that follows from the visit counts on it.</param>
/// <param name="Hour">Of arrival, 0–23.</param>
/// <param name="Promise">With its clock set; null before the guestbook and where nothing was promised.</param>
public sealed record VisitFact(VisitId Visit, DateOnly Day, int Hour, VisitRow Row, Promise? Promise)
{
    // Leaving this shortly before the promise would have been missed.
    static readonly TimeSpan AtLast = TimeSpan.FromSeconds(30);

    internal static VisitFact Of(VisitId visit, VisitRow row, Promise? promise, Zone zone) =>
        new(visit, zone.Day(row.ArrivedAt), zone.Local(row.ArrivedAt).Hour, row, promise);

    public VisitStatus Status => Row.Status;

    /// <summary>Null for a voided visit.</summary>
    public Verdict? VerdictAt(DateTimeOffset now) => Row.VerdictAt(now, Promise);

    /// <summary>From the clock's start to the service; who was served before it did not wait. Null where there was no clock.</summary>
    public TimeSpan? Waited => !Row.IsVoided && Row.ServedAt - Promise?.ClockStarts is { } waited ? NotNegative(waited) : null;

    /// <summary>From the arrival to the signing; null where nobody signed.</summary>
    public TimeSpan? ToGuestbook => !Row.IsVoided && Row.SignedAt - Row.ArrivedAt is { } took ? NotNegative(took) : null;

    /// <summary>Heard of once the visitor has left: before that a card may still be in the office's hands.</summary>
    public Rated? Rated => Row is { IsVoided: false, Departed: not null } ? Row.Rated : null;

    /// <summary>The first moment at which an open promise is missed; null where time changes nothing any more.</summary>
    internal DateTimeOffset? MissedFrom => VerdictAt(DateTimeOffset.MinValue) != Verdict.Pending ? null : Promise switch
    {
        { Kind: CompletionKind.WithinHours, Due: { } end } => end,
        { Due: { } due } => due + TimeSpan.FromMicroseconds(1),
        _ => null,
    };

    /// <summary>What the visit adds to a figure.</summary>
    /// <param name="verdict">Its own at that moment.</param>
    public int Count(Figure figure, Verdict? verdict) => verdict is { } judged ? OfCounted(figure, judged) : figure switch
    {
        Figure.Voided => 1,
        Figure.VoidedAfterMissed => One(JudgedWhenVoided == Verdict.Missed),
        _ => 0,
    };

    Verdict? JudgedWhenVoided =>
        Row.VoidedAt is { } at ? (Row with { IsVoided = false }).VerdictAt(at, Promise) : null;

    int OfCounted(Figure figure, Verdict verdict) => figure switch
    {
        Figure.Visits => 1,
        Figure.People => Row.Arrived.PartySize,
        Figure.Signed => One(Row.Signed is not null),
        Figure.Companions => Row.Arrived.PartySize - 1,
        Figure.Offline => One(Row.Arrived.Channel == Channel.Offline),
        Figure.Online => One(Row.Arrived.Channel == Channel.Online),
        Figure.Served => One(Row.ServedAt is not null),
        Figure.Used => One(Row.Used),
        >= Figure.Met and <= Figure.NoPromise => One(figure == Of(verdict)),
        >= Figure.LateVisits and <= Figure.CalledTwiceAbsent => OfSigns(figure, verdict),
        Figure.Sheets => Row.Copies.Sum(it => it.Sheets),
        Figure.CopyOverrides => Row.Copies.Count(it => it.Overridden),
        Figure.HourOverrides => One(Row.Arrived.Override is not null),
        Figure.CompensationsOffered => One(Row.Compensation is not null),
        Figure.CompensationsGiven => One(Row.Compensation == Compensation.Given),
        >= Figure.IdsLost and <= Figure.LockersJammed => (Row.Mishaps ?? []).Count(it => figure == Of(it)),
        >= Figure.Ratings and <= Figure.Sarana => Rated is { } rated ? OfRating(figure, rated) : 0,
        _ => 0,
    };

    int OfSigns(Figure figure, Verdict verdict) => figure switch
    {
        Figure.LateVisits => One(Row.Late),
        Figure.LateEntries => Row.LateEntries,
        Figure.LateMet => One(Row.Late && verdict == Verdict.Met),
        Figure.LateMissed => One(Row.Late && verdict == Verdict.Missed),
        Figure.WithdrawnAtLast => One(verdict == Verdict.Withdrawn && Promise?.Due - Row.LeftAt <= AtLast),
        Figure.MetUnused => One(
            verdict == Verdict.Met && Row is { Used: false, Departed: not null } && Row.Service == Row.Arrived.Service),
        Figure.CalledTwiceAbsent => One(Row is { ServedAt: null, Calls: >= 2, Skips: > 0 }),
        _ => 0,
    };

    static int OfRating(Figure figure, Rated rated) => figure switch
    {
        Figure.Ratings => 1,
        <= Figure.Mark4 => One(figure == Figure.Mark1 + rated.Overall - 1),
        Figure.Complete => One(rated.Elements is { IsComplete: true }),
        _ => rated.Elements is { IsComplete: true } all ? all.Marks[Element.PERSYARATAN + (figure - Figure.Persyaratan)] : 0,
    };

    static Figure Of(Verdict verdict) => verdict switch
    {
        Verdict.Met => Figure.Met,
        Verdict.Missed => Figure.Missed,
        Verdict.Withdrawn => Figure.Withdrawn,
        Verdict.Pending => Figure.Pending,
        Verdict.Unknown => Figure.Unknown,
        _ => Figure.NoPromise,
    };

    static Figure Of(IncidentKind kind) => Figure.IdsLost + (int)kind;

    static int One(bool holds) => holds ? 1 : 0;

    static TimeSpan NotNegative(TimeSpan length) => length < TimeSpan.Zero ? TimeSpan.Zero : length;
}
