using System.Globalization;
using System.Text.Json;
using Pst.EventStore;
using Pst.Testing;

namespace Pst.Projections.Tests;

using static Tale;

/// <summary>Of random histories of two offices.</summary>
public sealed class StatisticsTests : IAsyncLifetime
{
    static readonly DateOnly First = new(2026, 3, 1), Last = new(2026, 3, 8);
    static readonly OfficeCode[] Offices = [Metro, Bima];

    TestLog log = null!;
    Statistics statistics = null!;

    public async Task InitializeAsync()
    {
        log = await TestLog.CreateAsync();
        statistics = new(log.Tables, log.Log, log.Worker);
        foreach (var office in Offices)
            await log.AppendAsync(
                office, office.StreamId, Types,
                [.. Opened(office).Select(it => new EventToAppend(it, new(At("1 00:00"), "admin")))]);
        await log.SequenceAsync();
    }

    public async Task DisposeAsync() => await log.DisposeAsync();

    [Theory, InlineData(1), InlineData(2), InlineData(3), InlineData(4), InlineData(5), InlineData(6)]
    public async Task The_figures_are_what_plain_SQL_counts_in_the_events(int seed)
    {
        var runner = log.Runner(pageSize: 50);
        foreach (var some in new Histories(seed).Told(visits: 120).Chunk(97))
        {
            foreach (var it in some) await log.AppendAsync(it.Office, it.Visit.Value, Types, [it.Event]);
            await log.SequenceAsync();
            await runner.CatchUpAsync(default);
            foreach (var at in (string[])["3 10:00", "9 09:00"])
                Told(await NowAsync(At(at))).ShouldBe(await RecomputedAsync(long.MaxValue, At(at)), $"at {at}");
        }
    }

    [Theory, InlineData(11), InlineData(12)]
    public async Task Asked_again_for_a_position_they_are_the_same_for_ever(int seed)
    {
        var runner = log.Runner(pageSize: 50);
        var told = new Dictionary<long, string>();
        foreach (var some in new Histories(seed).Told(visits: 60).Chunk(41))
        {
            foreach (var it in some) await log.AppendAsync(it.Office, it.Visit.Value, Types, [it.Event]);
            await log.SequenceAsync();
            await runner.CatchUpAsync(default);
            var head = await log.Log.HeadAsync(default);
            told.Add(head, await AllAsync(head));
        }

        foreach (var (position, then) in told)
        {
            (await AllAsync(position)).ShouldBe(then, $"at position {position}");
            var at = await log.Log.RecordedAsync(position, default);
            Told(await OfficesAsync(position, At("1 00:00"))).ShouldBe(await RecomputedAsync(position, at!.Value));
        }
        told.Count.ShouldBeGreaterThan(5);
    }

    [Fact]
    public async Task The_country_is_the_sum_of_its_offices_now_and_at_a_position()
    {
        foreach (var it in new Histories(seed: 21).Told(visits: 60)) await log.AppendAsync(it.Office, it.Visit.Value, Types, [it.Event]);
        await log.SequenceAsync();
        await log.Runner().CatchUpAsync(default);

        foreach (var position in (long?[])[null, await log.Log.HeadAsync(default), 200, 5])
        {
            var country = await statistics.NationalAsync(First, Last, position, At("3 10:00"), default);
            var offices = await OfficesAsync(position, At("3 10:00"));
            country.Offices.ToDictionary(it => it.Office, it => it.Total)
                .ShouldBe(offices.Where(it => it.Days.Count > 0).ToDictionary(it => it.Office, it => it.Total.Sums), ignoreOrder: true);
            country.Computed.ShouldBe(offices[0].Computed);
        }
    }

    [Fact]
    public async Task The_visits_behind_the_figures_add_up_to_them()
    {
        foreach (var it in new Histories(seed: 31).Told(visits: 60)) await log.AppendAsync(it.Office, it.Visit.Value, Types, [it.Event]);
        await log.SequenceAsync();
        await log.Runner().CatchUpAsync(default);

        foreach (var position in (long?[])[null, 250])
        {
            var figures = await statistics.OfAsync(Metro, Office(Metro), First, Last, position, At("3 10:00"), default);
            var facts = await statistics.FactsAsync(Metro, Office(Metro), First, Last, position, At("3 10:00"), default);
            Figures.Of(facts.Visits, facts.Computed.At).ShouldBe(figures.Total);
            facts.Computed.ShouldBe(figures.Computed);
        }
    }

    [Fact]
    public async Task Who_signs_after_midnight_is_told_anew_when_the_one_before_is_served()
    {
        var waits = Signed(new(CompletionKind.AfterPreviousVisitor, At("3 00:10"), 5, null, []), visitor: 2);
        await log.AppendAsync(Metro, Visit(1), ("3 00:01", Arrived), ("3 00:02", SignedAt("3 00:02")));
        await log.AppendAsync(Metro, Visit(2), ("2 23:59", ArrivedWith(2)), ("3 00:10", waits), ("3 00:20", Served));
        await log.Runner().CatchUpAsync(default);
        var before = await NowAsync(At("3 09:00"));

        await log.AppendAsync(Metro, Visit(1), ("3 00:15", Served));
        await log.Runner().CatchUpAsync(default);
        var after = await NowAsync(At("3 09:00"));

        (before[0].Days[0].Day, before[0].Days[0].Figures.Waits.MedianSeconds).ShouldBe((Monday, 600));
        after[0].Days[0].Figures.Waits.MedianSeconds.ShouldBe(300);
        Told(after).ShouldBe(await RecomputedAsync(long.MaxValue, At("3 09:00")));
    }

    [Fact]
    public async Task A_position_that_the_log_does_not_have_has_no_figures() =>
        await Should.ThrowAsync<UnknownPositionException>(async () =>
        {
            await log.Runner().CatchUpAsync(default);
            await statistics.OfAsync(Metro, Office(Metro), First, Last, 1_000_000, At("3 10:00"), default);
        });

    Task<IReadOnlyList<OfficeFigures>> NowAsync(DateTimeOffset now) => OfficesAsync(null, now);

    async Task<IReadOnlyList<OfficeFigures>> OfficesAsync(long? position, DateTimeOffset now)
    {
        var found = new List<OfficeFigures>();
        foreach (var office in Offices)
            found.Add(await statistics.OfAsync(office, Office(office), First, Last, position, now, default));
        return found;
    }

    async Task<string> AllAsync(long position) =>
        JsonSerializer.Serialize(
            (await OfficesAsync(position, At("1 00:00"))).Select(it => new { it.Computed, it.Settings.Details, it.Days }),
            StoredJson.Options);

    static string Told(IReadOnlyList<OfficeFigures> offices)
    {
        var lines = from office in offices
                    from day in office.Days
                    from it in Lines(day.Figures)
                    where it.Count > 0
                    select (Key: $"{office.Office} {day.Day:yyyy-MM-dd} ", it.Name, it.Count);
        return string.Join('\n', lines.OrderBy(it => it.Key + it.Name, StringComparer.Ordinal)
            .Select(it => string.Create(CultureInfo.InvariantCulture, $"{it.Key}{it.Name} {it.Count}")));
    }

    static IEnumerable<(string Name, long Count)> Lines(Figures figures) =>
    [
        .. Enum.GetValues<Figure>().Select(it => (Words.Of(it), (long)figures[it])),
        .. Groups(figures, VisitGrouping.Purpose, "purpose"), .. Groups(figures, VisitGrouping.Age, "age"),
        .. Groups(figures, VisitGrouping.Hour, "hour"),
        ("waits", figures.Waits.Count), ("waited µs", figures.Waits.TotalMicroseconds),
        ("to guestbook µs", figures.ToGuestbook.TotalMicroseconds),
    ];

    static IEnumerable<(string, long)> Groups(Figures figures, VisitGrouping by, string name) =>
        figures.Cells(by).Select(it => ($"{name} {by.Spell(it.Code)}", (long)it.Count));

    Task<string> RecomputedAsync(long position, DateTimeOffset at) => log.ScalarAsync<string>(
        File.ReadAllText(Path.Combine(Shared.Root, "tests", "Pst.Projections.Tests", "Figures", "recomputed.sql"))
            .Replace(":position", position.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace(":at", $"'{at.UtcDateTime:O}'::timestamptz", StringComparison.Ordinal));

    static OfficeEvent[] Opened(OfficeCode code)
    {
        var office = Office(code);
        return [new OfficeOpened(office.Details, office.Local), new StandardAdopted(office.Standards[0])];
    }
}
