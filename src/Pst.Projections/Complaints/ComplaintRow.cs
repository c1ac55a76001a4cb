using System.Text.Json.Serialization;
using Pst.EventStore;

namespace Pst.Projections;

/// <summary>A complaint as its events tell it. Who complained and what was written lies in the vault, under these references.</summary>
/// <param name="Stage">Null when it is closed.</param>
/// <param name="Class">What it is about; null until it is verified.</param>
/// <param name="AnsweredAt">When the complainant first heard from the office.</param>
/// <param name="ResolvedAt">When it was last resolved; null again when the complainant wrote after that.</param>
/// <param name="WaitsUntil">The last day on which the complainant's answer is waited for; null where it is the office's turn.</param>
/// <param name="Escalated">For what it went up.</param>
public sealed record ComplaintRow(
    ComplaintCode Code, ComplaintWay Way, bool IsAnonymous, Guid Text, VisitId? Visit, ComplaintDeadlines Deadlines,
    DateTimeOffset ReceivedAt, ComplaintStage? Stage, Element? Class, bool NeedsOversight, DateTimeOffset? VerifiedAt,
    DateTimeOffset? AnsweredAt, DateTimeOffset? ResolvedAt, DateTimeOffset? ClosedAt, Closing? Closing, DateOnly? WaitsUntil,
    ValueList<Escalation> Escalated, long Version)
{
    public bool IsOpen => Stage is not null;

    /// <summary>The last day for it to be resolved: longer where oversight is needed.</summary>
    [JsonIgnore]
    public DateOnly ResolveBy => NeedsOversight ? Deadlines.OversightBy : Deadlines.ResolveBy;

    /// <summary>The next of the office's promises that is still to be kept; null where none is.</summary>
    [JsonIgnore]
    public DateOnly? Due => Stage switch
    {
        ComplaintStage.Received => Deadlines.VerifyBy,
        ComplaintStage.Verified => AnsweredAt is null && Deadlines.RespondBy < ResolveBy ? Deadlines.RespondBy : ResolveBy,
        _ => null,
    };

    public bool IsOverdue(DateOnly today) => Due < today;

    /// <summary>The row after one more event of its complaint.</summary>
    public static ComplaintRow? After(ComplaintRow? row, StoredEvent stored) => (row, stored.Data) switch
    {
        (null, ComplaintReceived it) => new(
            it.Code, it.Way, it.IsAnonymous, it.Text, it.Visit, it.Deadlines, stored.Envelope.Occurred, ComplaintStage.Received, null,
            NeedsOversight: false, null, null, null, null, null, null, [], stored.Version),
        ({ } known, ComplaintEvent it) => known.After(it, stored.Envelope.Occurred) with { Version = stored.Version },
        _ => throw new InvalidDataException($"{stored.Alias} cannot follow here."),
    };

    ComplaintRow After(ComplaintEvent happened, DateTimeOffset at) => happened switch
    {
        ComplaintVerified it => this with
        {
            Stage = ComplaintStage.Verified, Class = it.Class, NeedsOversight = it.NeedsOversight, VerifiedAt = at,
        },
        ComplaintAnswered => this with { AnsweredAt = AnsweredAt ?? at },
        InformationAsked it => this with { AnsweredAt = AnsweredAt ?? at, WaitsUntil = it.ClosesAfter },
        ComplainantReplied => this with
        {
            Stage = Stage == ComplaintStage.Resolved ? ComplaintStage.Verified : Stage, ResolvedAt = null, WaitsUntil = null,
        },
        ComplaintResolved it => this with
        {
            Stage = ComplaintStage.Resolved, AnsweredAt = AnsweredAt ?? at, ResolvedAt = at, WaitsUntil = it.ClosesAfter,
        },
        ComplaintEscalated it => this with { Escalated = [.. Escalated, it.Because] },
        ComplaintClosed it => this with { Stage = null, ClosedAt = at, Closing = it.Because, WaitsUntil = null },
        _ => throw new InvalidDataException($"{happened} cannot follow here."),
    };
}
