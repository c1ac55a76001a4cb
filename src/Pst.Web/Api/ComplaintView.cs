using Pst.Domain;
using Pst.Projections;

namespace Pst.Web.Api;

/// <summary>How far a complaint is: nobody's name, and nothing of what was written.</summary>
/// <param name="Class">What it is about; null until it is verified.</param>
/// <param name="AnsweredAt">When the complainant first heard from the office.</param>
/// <param name="ResolveBy">The last day for it to be resolved; later where oversight is needed.</param>
/// <param name="Due">The next of the office's promises that is still to be kept; null where none is.</param>
/// <param name="WaitsUntil">The last day on which the complainant's answer is waited for.</param>
/// <param name="Escalated">For what it went up.</param>
public sealed record ComplaintView(
    ComplaintId Id, ComplaintCode Code, ComplaintWay Way, bool Anonymous, ComplaintStatus Status, Element? Class, bool NeedsOversight,
    VisitId? Visit, DateTimeOffset ReceivedAt, DateTimeOffset? VerifiedAt, DateTimeOffset? AnsweredAt, DateTimeOffset? ResolvedAt,
    DateTimeOffset? ClosedAt, Closing? Closing, DateOnly VerifyBy, DateOnly RespondBy, DateOnly ResolveBy, DateOnly? Due, bool Overdue,
    DateOnly? WaitsUntil, IReadOnlyList<Escalation> Escalated, long Version)
{
    /// <param name="today">The office's day: by it what is overdue is judged.</param>
    internal static ComplaintView Of(ComplaintId complaint, ComplaintRow row, DateOnly today) => new(
        complaint, row.Code, row.Way, row.IsAnonymous, StatusOf(row), row.Class, row.NeedsOversight, row.Visit, row.ReceivedAt,
        row.VerifiedAt, row.AnsweredAt, row.ResolvedAt, row.ClosedAt, row.Closing, row.Deadlines.VerifyBy, row.Deadlines.RespondBy,
        row.ResolveBy, row.Due, row.IsOverdue(today), row.WaitsUntil, row.Escalated, row.Version);

    internal static ComplaintStatus StatusOf(ComplaintRow row) => row.Stage switch
    {
        ComplaintStage.Received => ComplaintStatus.Received,
        ComplaintStage.Verified => ComplaintStatus.Verified,
        ComplaintStage.Resolved => ComplaintStatus.Resolved,
        _ => ComplaintStatus.Closed,
    };
}

/// <summary>How far a complaint is.</summary>
public enum ComplaintStatus { Received, Verified, Resolved, Closed }
