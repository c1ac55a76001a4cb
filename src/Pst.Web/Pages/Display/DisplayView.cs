using Pst.Domain;
using Pst.Projections;

namespace Pst.Web.Pages.Display;

/// <summary>All that the display shows at one moment: numbers, never names.</summary>
/// <param name="Calls">Today's last, the newest first.</param>
/// <param name="Waiting">Not called yet, in person.</param>
/// <param name="Expected">How long somebody waits who signs now; null where the weeks before do not tell.</param>
/// <param name="Today">How the promise on time was kept today.</param>
/// <param name="Position">In the log: everything up to it is shown.</param>
public sealed record DisplayView(
    OpenOffice Office, IReadOnlyList<CallLine> Calls, int Waiting, WaitRange? Expected, SlaReport Today, DateTimeOffset Now, long Position)
{
    /// <summary>The newest that the office did about what it was told; empty where nothing is published.</summary>
    public IReadOnlyList<FollowUps.PublishedWord> Published { get; init; } = [];

    /// <summary>The promise in force today; null before the office's first.</summary>
    public Domain.Standard? Standard => Office.State.StandardOn(Office.Zone.Day(Now));

    public bool IsOpen => Office.State.Hours.IsOpen(Now);

    public DateTimeOffset? NextOpening => Office.State.Hours.NextOpening(Now);
}
