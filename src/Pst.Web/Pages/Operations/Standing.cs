using Pst.EventStore;
using Pst.Projections;
using Pst.Proof;

namespace Pst.Web.Pages.Operations;

/// <summary>How the program stands, over all nodes.</summary>
/// <param name="Head">The log's last position.</param>
/// <param name="Waiting">Events that were committed and have no position yet.</param>
/// <param name="Bytes">What the database takes on its disk.</param>
/// <param name="Signed">What was signed last of the log; null before the first.</param>
/// <param name="Unsigned">For how long something has been waiting for it; null where nothing is.</param>
/// <param name="Checked">What the last check of the log has found; null before the first.</param>
/// <param name="Disk">Of this node's data folder; null where its database is elsewhere.</param>
public sealed record Standing(
    long Head, long Waiting, long Bytes, string DatabaseVersion, Disk? Disk, IReadOnlyList<Node> Nodes,
    IReadOnlyList<ProjectionStanding> Projections, Checkpoint? Signed, TimeSpan? Unsigned, LogVerdict? Checked)
{
    // A screen that lags by more is not what happens now.
    const int Lagging = 1000;

    // It is signed every minute while it grows.
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Whether nothing here wants somebody.</summary>
    public bool IsSound => Projections.All(it => it is { Stopped: null, Parked: [] }) && Disk is not { IsLow: true }
        && IsSigned && Checked is not { IsSound: false };

    /// <summary>Whether the log is being signed.</summary>
    public bool IsSigned => Unsigned is null || Unsigned < Patience;

    /// <summary>The key of the word for how a table stands.</summary>
    public string WordOf(ProjectionStanding table) => table switch
    {
        { Stopped: not null } => "table.stopped",
        { Serves: false } => "table.filling",
        { Parked: [_, ..] } => "table.passing",
        _ when LagOf(table) > Lagging => "table.behind",
        _ => "table.running",
    };

    public long LagOf(ProjectionStanding table) => Math.Max(0, Head - table.Position);
}

/// <summary>A program at work on this database.</summary>
/// <param name="Name">Machine and process.</param>
/// <param name="Connections">To the database, open now.</param>
public sealed record Node(string Name, int Connections);

/// <param name="Free">Bytes.</param>
public sealed record Disk(long Free, long Size)
{
    /// <summary>Below a tenth, or a gigabyte, somebody should come.</summary>
    public bool IsLow => Free < Size / 10 || Free < 1L << 30;
}
