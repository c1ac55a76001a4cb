using Pst.Domain;
using Pst.Projections;

namespace Pst.Web.Pages.Follow;

/// <summary>A visit as its visitor follows it: number, place and times, nothing of the person.</summary>
/// <param name="Before">How many stand before it in the queue; null when it is not in the queue.</param>
/// <param name="Desk">Where it is called to, or served.</param>
public sealed record FollowView(OpenOffice Office, VisitView Visit, int? Before, Domain.Desk? Desk, DateTimeOffset Now)
{
    /// <summary>The one that the visit is judged by.</summary>
    public Domain.Standard Standard => Office.State.StandardOn(Office.Zone.Day(Visit.ArrivedAt))!;

    /// <summary>Whether a rating is asked for: after the service, once, and while the office takes it.</summary>
    public bool MayRate =>
        Visit is { ServedAt: not null, Rating: null, Status: not VisitStatus.Voided }
        && !(Visit.DepartedAt is { } left && Now > left.AddHours(Office.State.Local.RatingOpenHours));
}

/// <summary>What a link that an office signed says by itself, whether its visit has come in yet or not.</summary>
/// <param name="Position">In the log: everything up to it is shown.</param>
public sealed record FollowLink(OpenOffice Office, long Position);
