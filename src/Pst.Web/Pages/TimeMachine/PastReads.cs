using Microsoft.Extensions.Caching.Memory;
using Pst.Domain;
using Pst.Projections;
using Pst.Web.Pages.Display;
using Pst.Web.Pages.History;

namespace Pst.Web.Pages.TimeMachine;

/// <summary>
/// Tells moments of the past. The days that were looked at last stay in memory, each as the log had it at one position: nothing that
/// comes later changes them, and who steps through a day loads it once.
/// </summary>
public sealed class PastReads(PastDays days, ExpectedWaits waits, Story story, TimeProvider clock) : IDisposable
{
    const int MostEvents = 40_000, Recent = 6;

    static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);

    readonly MemoryCache known = new(new MemoryCacheOptions { SizeLimit = MostEvents });

    /// <exception cref="UnknownPositionException">The log has not come so far.</exception>
    public async Task<PastView> ShowAsync(OpenOffice office, PastAsked asked, CancellationToken cancel)
    {
        var (now, zone) = (clock.GetUtcNow(), office.Zone);
        var isToday = asked.Day == zone.Day(now);
        var named = asked.Time is { } time ? zone.At(asked.Day, time).ToUniversalTime() : isToday ? now : (DateTimeOffset?)null;
        var position = await days.PositionAsync(asked.Position, named ?? DateTimeOffset.MinValue, cancel);
        var day = await DayAsync(office, asked.Day, position, cancel);
        var (events, until) = (day.Events(asked.By), isToday ? now : day.To.AddTicks(-1));
        var at = Earlier(named ?? (events is [var first, ..] ? first.At : day.From.AddHours(8)), until);
        var recent = events.Where(it => it.At <= at).TakeLast(Recent).Reverse().Select(Said);
        return new(office, day, day.At(at, asked.By), events, [.. recent], until);
    }

    /// <summary>The display as it was. How long one had to expect to wait is told by what is known today of the weeks before.</summary>
    public async Task<DisplayView> DisplayAsync(PastView view, CancellationToken cancel)
    {
        var then = view.Office with { State = view.Moment.Settings };
        var waiting = view.Moment.Queue.Waiting.Count(it => it is { Channel: Channel.Offline, Status: VisitStatus.Waiting });
        var expected = await waits.AtAsync(then.Code, then.State, view.At, cancel);
        return new(then, view.Moment.Calls, waiting, expected, view.Moment.Sla, view.At, view.Day.Position);
    }

    async Task<PastDay> DayAsync(OpenOffice office, DateOnly day, long position, CancellationToken cancel)
    {
        var key = (office.Code, day, position);
        if (known.TryGetValue(key, out PastDay? kept)) return kept!;
        var loaded = await days.LoadAsync(office.Code, office.Zone, day, position, cancel);
        return known.Set(key, loaded, new MemoryCacheEntryOptions { Size = loaded.Size, SlidingExpiration = Kept });
    }

    // Marks are not told here: who steps through a day would learn whose each is.
    (PastEvent, string) Said(PastEvent it) => (it, story.SentenceOf((VisitEvent)it.Event.Data, seesRating: false));

    static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    public void Dispose() => known.Dispose();
}
