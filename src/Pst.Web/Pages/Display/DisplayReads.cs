using System.Collections.Concurrent;
using Pst.Domain;
using Pst.Projections;
using Pst.Web.Pages.FollowUps;
using Pst.Web.Pages.Live;

namespace Pst.Web.Pages.Display;

/// <summary>Puts together what the display shows.</summary>
public sealed class DisplayReads(
    CallBoard calls, QueueBoard queue, Reports reports, ExpectedWaits waits, PublishedWords words, ScreenNews news,
    TimeProvider clock)
{
    const int Calls = 5; // the one in large, and the four before

    readonly ConcurrentDictionary<OfficeCode, (DateTimeOffset Hour, WaitRange? Range)> expected = new();

    public async Task<DisplayView> ShowAsync(OpenOffice office, CancellationToken cancel)
    {
        var (code, state, now) = (office.Code, office.State, clock.GetUtcNow());
        var position = await news.PositionAsync(cancel);
        var called = await calls.ShowAsync(code, state, Calls, now, cancel);
        var waiting = (await queue.ShowAsync(code, state, now, cancel)).Waiting
            .Count(it => it is { Channel: Channel.Offline, Status: VisitStatus.Waiting });
        var day = office.Zone.Day(now);
        var today = await reports.SlaAsync(code, state, day, day, now, cancel);
        return new(office, called, waiting, await ExpectedAsync(office, now, cancel), today, now, position)
        {
            Published = await words.ListAsync(code, 1, cancel),
        };
    }

    // Of the weeks before today and of this hour: it is the same until the hour is over.
    async Task<WaitRange?> ExpectedAsync(OpenOffice office, DateTimeOffset now, CancellationToken cancel)
    {
        var hour = new DateTimeOffset(now.UtcTicks - now.UtcTicks % TimeSpan.TicksPerHour, TimeSpan.Zero);
        if (expected.TryGetValue(office.Code, out var known) && known.Hour == hour) return known.Range;

        var range = await waits.AtAsync(office.Code, office.State, now, cancel);
        expected[office.Code] = (hour, range);
        return range;
    }
}
