namespace Pst.Projections;

using static ComplaintFigure;

/// <summary>What the figures know of one complaint; pure, so that whoever counts needs nothing else.</summary>
/// <param name="Zone">The office's: promises end with its days.</param>
public sealed record ComplaintFact(ComplaintId Id, ComplaintRow Row, Zone Zone)
{
    const int InTime = 0, Late = 1, NotYetDue = 2, Without = 3;

    /// <summary>Of receipt, as the office counts its days; all that follows from the complaint counts on it.</summary>
    public DateOnly Day => Row.Code.Day;

    /// <summary>What the complaint adds to a figure.</summary>
    /// <param name="today">The office's day on which open promises are judged.</param>
    public int Count(ComplaintFigure figure, DateOnly today) => figure switch
    {
        Received => 1,
        >= Online and <= Letter => One(figure == Online + ((int)Row.Way - 1)),
        Anonymous => One(Row.IsAnonymous),
        >= VerifiedInTime and <= VerificationDue => One(figure == VerifiedInTime + Verification(today)),
        >= AnsweredInTime and <= AnswerDue => One(figure == AnsweredInTime + Answer(today)),
        >= ResolvedInTime and <= Unresolved => One(figure == ResolvedInTime + Judged(Row.ResolvedAt, Row.ResolveBy, today)),
        Open => One(Row.IsOpen),
        _ => One(!Row.IsOpen),
    };

    // Whoever dismisses a complaint has verified it, and says so to whoever complained.
    int Verification(DateOnly today) => Judged(Row.VerifiedAt ?? Row.ClosedAt, Row.Deadlines.VerifyBy, today);

    int Answer(DateOnly today) => Judged(Row.AnsweredAt ?? Row.ClosedAt, Row.Deadlines.RespondBy, today);

    int Judged(DateTimeOffset? done, DateOnly by, DateOnly today) =>
        (done ?? Row.ClosedAt) is not { } over ? today > by ? Late : NotYetDue
        : Zone.Day(over) > by ? Late : done is null ? Without : InTime;

    static int One(bool holds) => holds ? 1 : 0;
}
