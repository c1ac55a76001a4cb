using System.Text.Json;
using Pst.EventStore;

namespace Pst.Projections.Tests;

using static Tale;

/// <summary>Of random histories of two offices: the time machine against the screens, and against the truth.</summary>
public sealed class PastDaysTests : IAsyncLifetime
{
    static readonly OfficeCode[] Offices = [Metro, Bima];

    // What is counted of what happened; when it was entered, and whether it was put right, is not.
    static readonly Figure[] Happened =
        [.. Enum.GetValues<Figure>().Where(it => it is < Figure.Voided or >= Figure.WithdrawnAtLast).Where(it => it != Figure.Voided)];

    TestLog log = null!;
    PastDays days = null!;
    Statistics statistics = null!;

    public async Task InitializeAsync()
    {
        log = await TestLog.CreateAsync();
        statistics = new(log.Tables, log.Log, log.Worker);
        days = new(log.Tables, new(log.App, Types), statistics, log.Log);
        foreach (var office in Offices)
        {
            var last = await log.AppendAsync(office, office.StreamId, Types, Opened(office));
            await log.RecordedAsync([(last - 1, At("1 00:00")), (last, At("1 00:00"))]);
        }
    }

    public async Task DisposeAsync() => await log.DisposeAsync();

    [Theory, InlineData(1), InlineData(2)]
    public async Task By_recorded_time_it_shows_what_the_screens_showed(int seed)
    {
        var (runner, shown) = (log.Runner(pageSize: 50), new List<(OfficeCode Office, DateTimeOffset At, string Screens)>());
        foreach (var some in Told(seed, visits: 100).Chunk(37))
        {
            await AppendAsync(some);
            await runner.CatchUpAsync(default);
            var at = some[^1].Recorded;
            foreach (var office in Offices) shown.Add((office, at, await ScreensAsync(office, at)));
        }

        foreach (var then in shown)
            Screens(await MomentAsync(then.Office, then.At, Timeline.Recorded)).ShouldBe(then.Screens, $"{then.Office} at {then.At:O}");
        shown.Count.ShouldBeGreaterThan(40);
    }

    [Theory, InlineData(4), InlineData(5)]
    public async Task By_occurred_time_it_shows_what_was_true(int seed)
    {
        await AppendAsync(Told(seed, visits: 100));
        await log.Runner().CatchUpAsync(default);

        foreach (var office in Offices)
        {
            var visits = await VisitsAsync(office);
            foreach (var time in (string[])["2 09:30", "2 14:00", "2 23:50", "3 00:20", "3 10:00", "3 16:00", "4 12:00", "5 03:00"])
            {
                var moment = await MomentAsync(office, At(time), Timeline.Occurred);
                moment.Figures[Figure.Voided].ShouldBe(visits.Count(it => IsVoided(it, office, At(time))), $"voided at {time}");
                Truth(moment).ShouldBe(Truth(True(visits, office, At(time))), $"{office} at {time}");
            }
        }
    }

    [Fact]
    public async Task At_a_position_that_came_after_it_a_moment_is_the_same_for_ever()
    {
        var runner = log.Runner();
        var told = Told(seed: 7, visits: 60).ToList();
        await AppendAsync(told.Take(300));
        await runner.CatchUpAsync(default);
        var position = await days.PositionAsync(null, At("2 15:00"), default);
        var then = Screens(await MomentAsync(Metro, At("2 15:00"), Timeline.Occurred, position));
        await AppendAsync(told.Skip(300));
        await runner.CatchUpAsync(default);

        Screens(await MomentAsync(Metro, At("2 15:00"), Timeline.Occurred)).ShouldNotBe(then);
        Screens(await MomentAsync(Metro, At("2 15:00"), Timeline.Occurred, position)).ShouldBe(then);
        (await days.PositionAsync(position, At("5 12:00"), default)).ShouldBeGreaterThan(position);
        await Should.ThrowAsync<UnknownPositionException>(() => days.PositionAsync(1_000_000, At("2 15:00"), default));
    }

    // Most visits are recorded as they happen; some as long after it as a kiosk is cut off or a guestbook lies on paper, and of these some
    // at one go. In the order of recording, in which no two are at once.
    static IEnumerable<ToldEvent> Told(int seed, int visits)
    {
        var (chance, at) = (new Random(seed), DateTimeOffset.MinValue);
        var told = new Histories(seed).Told(visits).GroupBy(it => it.Visit).SelectMany(visit =>
        {
            var lag = TimeSpan.FromMinutes(chance.Next(10) < 7 ? 0 : chance.Next(4000));
            var (atOneGo, ended) = (lag > TimeSpan.FromDays(1), visit.Max(it => it.Event.Envelope.Occurred));
            return visit.Select(it => new ToldEvent(
                it.Office, it.Visit, it.Event, (atOneGo ? ended : it.Event.Envelope.Occurred) + lag));
        });
        foreach (var it in told.OrderBy(it => it.Recorded))
        {
            at = it.Recorded > at ? it.Recorded : at.AddMilliseconds(1);
            yield return it with { Recorded = at };
        }
    }

    async Task AppendAsync(IEnumerable<ToldEvent> events)
    {
        var recorded = new List<(long, DateTimeOffset)>();
        foreach (var it in events) recorded.Add((await log.AppendAsync(it.Office, it.Visit.Value, Types, [it.Event]), it.Recorded));
        await log.RecordedAsync(recorded);
        await log.SequenceAsync();
    }

    async Task<string> ScreensAsync(OfficeCode office, DateTimeOffset now)
    {
        var (settings, clocks) = (Office(office), new PromiseClocks(log.Tables));
        var day = settings.Hours.LocalDay(now);
        return Screens(new(
            now, Timeline.Recorded, settings, await new QueueBoard(log.Tables, clocks).ShowAsync(office, settings, now, default),
            await new CustodyBoard(log.Tables).ShowAsync(office, settings, now, default),
            await new CallBoard(log.Tables).ShowAsync(office, settings, PastDay.Calls, now, default),
            (await statistics.OfAsync(office, settings, day, day, null, now, default)).Total));
    }

    async Task<PastMoment> MomentAsync(OfficeCode office, DateTimeOffset at, Timeline by, long? position = null)
    {
        var zone = Office(office).Details.TimeZone;
        var known = await days.PositionAsync(position, at, default);
        return (await days.LoadAsync(office, zone, zone.Day(at), known, default)).At(at, by);
    }

    async Task<IReadOnlyList<IReadOnlyList<StoredEvent>>> VisitsAsync(OfficeCode office)
    {
        var all = await log.Log.ReadOfficeAsync(office.Value, 0, 100_000, default);
        var events = all.Entries.Select(it => it.Event).Where(it => it.Data is VisitEvent);
        return [.. events.GroupBy(it => it.Stream).Select(it => it.ToList())];
    }

    static bool IsVoided(IReadOnlyList<StoredEvent> visit, OfficeCode office, DateTimeOffset at)
    {
        var (hours, arrived) = (Office(office).Hours, visit[0].Envelope.Occurred);
        return visit.Any(it => it.Data is Voided) && arrived <= at && hours.LocalDay(arrived) == hours.LocalDay(at);
    }

    // Every entry as it is after all corrections, and of all that neither was taken back nor belongs to a mistake what had occurred.
    static PastMoment True(IEnumerable<IReadOnlyList<StoredEvent>> visits, OfficeCode office, DateTimeOffset at)
    {
        var zone = Office(office).Details.TimeZone;
        var happened = visits.Where(it => !it.Any(one => one.Data is Voided))
            .Select(it => PutRight(it).Where(one => one.Envelope.Occurred <= at).ToList());
        return new PastDay(zone.Day(at), zone, 0, Stored(office), [.. happened.Where(it => it.Count > 0)]).At(at, Timeline.Recorded);
    }

    static IEnumerable<StoredEvent> PutRight(IReadOnlyList<StoredEvent> visit)
    {
        var undone = Undone.In(visit.Select(it => it.Data));
        foreach (var it in visit.Where(it => it.Data is not (Undone or EntryCorrected) && !undone.Contains(it.Version)))
            yield return it with
            {
                Recorded = At("1 00:00"),
                Data = visit.Select(one => one.Data).OfType<EntryCorrected>().Where(one => one.EventVersion == it.Version)
                    .Aggregate((VisitEvent)it.Data, (entry, one) => Entry.Corrected(entry, one.Field, one.To)),
            };
    }

    static StoredEvent[] Stored(OfficeCode office) =>
    [
        .. Opened(office).Select((it, index) => new StoredEvent(
            office.Value, office.StreamId, index + 1, index, Types.AliasOf(it.Data.GetType()), it.Data, it.Envelope, it.Envelope.Occurred)),
    ];

    static string Screens(PastMoment it) => JsonSerializer.Serialize(
        new { it.At, it.Queue, it.Queue.Order, it.Custody, it.Calls, it.Figures }, StoredJson.Options);

    static string Truth(PastMoment it) => JsonSerializer.Serialize(
        new
        {
            it.Queue, it.Queue.Order, it.Custody, it.Calls, it.Figures.Waits, it.Figures.By,
            Counts = Happened.Select(one => it.Figures[one]),
        }, StoredJson.Options);

    static EventToAppend[] Opened(OfficeCode code)
    {
        var (office, envelope) = (Office(code), new Envelope(At("1 00:00"), "admin"));
        return [new(new OfficeOpened(office.Details, office.Local), envelope), new(new StandardAdopted(office.Standards[0]), envelope)];
    }

    sealed record ToldEvent(OfficeCode Office, VisitId Visit, EventToAppend Event, DateTimeOffset Recorded);
}
