using Pst.Projections;

namespace Pst.Web.Hosting;

/// <summary>Every projection that this program keeps, listed.</summary>
public static class KeptProjections
{
    public static IReadOnlyList<Projection> All { get; } =
    [
        QueueBoard.Projection, CallBoard.Projection, CustodyBoard.Projection, Visits.Projection, Copies.Projection, FollowUps.Projection,
        Reads.Projection, DataRequests.Projection,
    ];

    public static IReadOnlyList<string> Names { get; } = [.. All.Select(it => it.Name)];
}
