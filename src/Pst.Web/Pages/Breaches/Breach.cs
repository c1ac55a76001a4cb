using Pst.Domain;
using Pst.Projections;
using Pst.Web.Access;

namespace Pst.Web.Pages.Breaches;

/// <summary>What somebody asks about a breach: by which account, key or device, from when to when.</summary>
/// <param name="Subject">As events have it: <c>user:…</c>, <c>key:…</c>, or the bare id of a device.</param>
/// <param name="Known">When the office learned of it: from then on the law's three times 24 hours run.</param>
public sealed record BreachAsked(string Subject, DateTimeOffset From, DateTimeOffset To, DateTimeOffset Known, string Reason)
{
    /// <summary>UU 27/2022 article 46: in writing, to the person and to the authority, within three times 24 hours.</summary>
    public static readonly TimeSpan Allowed = TimeSpan.FromHours(3 * 24);

    public DateTimeOffset Due => Known + Allowed;
}

/// <summary>A visitor whose data was really opened.</summary>
/// <param name="What">All that was, by kind.</param>
public sealed record OpenedData(VisitorId Visitor, IReadOnlyList<Seen?> What, int Looks, DateTimeOffset First, DateTimeOffset Last);

/// <summary>What is known of a breach.</summary>
/// <param name="Name">How the subject is called.</param>
/// <param name="Roles">In which it may have acted in that time.</param>
/// <param name="Opened">Whose data was opened, as the log has it.</param>
/// <param name="Reachable">Everybody whose data could have been opened, the opened ones among them.</param>
public sealed record Breach(
    BreachAsked Asked, string Name, IReadOnlyList<Role> Roles, IReadOnlyList<OpenedData> Opened, IReadOnlyList<VisitorVisit> Reachable)
{
    /// <summary>All that was opened of anybody.</summary>
    public IReadOnlyList<Seen?> What => [.. Opened.SelectMany(it => it.What).Distinct().OrderBy(it => it)];

    /// <summary>
    /// Whether a role lets somebody open the data of every visitor the office knows: pages and API ask for the visit's address, not
    /// whether the visitor is there now.
    /// </summary>
    public static bool ReachesAll(Role role) => role.May(Act.SeeVisitors);
}
