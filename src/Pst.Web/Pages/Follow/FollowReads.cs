using Pst.Domain;
using Pst.Projections;
using Pst.Web.Pages.Live;
using Pst.Web.Writing;

namespace Pst.Web.Pages.Follow;

/// <summary>Puts together what a visitor sees of the own visit.</summary>
public sealed class FollowReads(
    TicketLinks links, OfficeMemory offices, Visits visits, QueueBoard queue, ScreenNews news, TimeProvider clock)
{
    /// <returns>Null where the token is none.</returns>
    public async Task<FollowLink?> OpenAsync(string token, CancellationToken cancel) =>
        links.Read(token) is var (office, _) && await offices.FindAsync(office, cancel) is { } state
            ? new(new(office, state), await news.PositionAsync(cancel)) : null;

    /// <returns>Null where the token is none, or the visit is not there: not yet, or no more.</returns>
    public async Task<FollowView?> ShowAsync(string token, CancellationToken cancel)
    {
        if (links.Read(token) is not var (office, visit) || await offices.FindAsync(office, cancel) is not { } state) return null;

        var now = clock.GetUtcNow();
        if (await visits.FindAsync(office, state, visit, VisitMoment.Now, now, cancel) is not { } view) return null;
        var board = await queue.ShowAsync(office, state, now, cancel);
        var line = board.Waiting.Concat(board.InService).FirstOrDefault(it => it.Visit == visit);
        return new(new(office, state), view, Before(board, visit), line?.Desk, now);
    }

    static int? Before(QueueView board, VisitId visit)
    {
        var waiting = board.Waiting.Where(it => it is { Channel: Channel.Offline, Status: VisitStatus.Waiting })
            .Select(it => it.Visit).ToList();
        return waiting.IndexOf(visit) is var place and >= 0 ? place : null;
    }
}
