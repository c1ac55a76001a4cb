namespace Pst.Projections;

/// <summary>Every projection that a node runs.</summary>
public static class Projections
{
    public static IReadOnlyList<Projection> All { get; } =
    [
        QueueBoard.Projection, CallBoard.Projection, CustodyBoard.Projection, Copies.Projection, Visits.Projection, FollowUps.Projection,
        Reads.Projection, DataRequests.Projection, ComplaintBoard.Projection, SoftcopyBoard.Projection,
    ];
}
