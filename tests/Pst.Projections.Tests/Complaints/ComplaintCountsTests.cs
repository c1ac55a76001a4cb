using System.Globalization;
using Pst.EventStore;
using Pst.Testing;

namespace Pst.Projections.Tests;

using static Tale;

/// <summary>Of random complaints in two offices of different zones, decided as people send them.</summary>
public sealed class ComplaintCountsTests : IAsyncLifetime
{
    static readonly DateOnly First = Monday, Last = Monday.AddDays(120);
    static readonly Dictionary<OfficeCode, Zone> Offices = new() { [Metro] = Zone.Jakarta, [Bima] = Zone.Parse("Asia/Makassar", null) };

    TestLog log = null!;
    ComplaintCounts counts = null!;

    public async Task InitializeAsync()
    {
        log = await TestLog.CreateAsync();
        counts = new(log.Tables, log.Log, log.Worker);
    }

    public async Task DisposeAsync() => await log.DisposeAsync();

    [Fact]
    public async Task The_figures_are_what_plain_SQL_counts_in_the_events_now_and_at_every_position_for_ever()
    {
        var (lives, told) = (new ComplaintLives(seed: 7), new Dictionary<long, string>());
        var runner = log.Runner(pageSize: 20);
        foreach (var round in Enumerable.Range(0, 12))
        {
            foreach (var it in lives.Some(25)) await log.AppendAsync(it.Office, it.Complaint.Value, Types, it.Events);
            await log.SequenceAsync();
            await runner.CatchUpAsync(default);
            var computed = new Computed(await log.Log.HeadAsync(default), lives.Now);
            told.Add(computed.Position, await ToldAsync(computed));
            told[computed.Position].ShouldBe(await RecomputedAsync(computed), $"round {round}");
        }
        told.Values.ShouldContain(it => it.Contains("unresolved") && it.Contains("resolved_late") && it.Contains("answer_due"));

        foreach (var position in told.Keys)
        {
            var then = new Computed(position, lives.Now);
            (await ToldAsync(then)).ShouldBe(await RecomputedAsync(then), $"at position {position}");
        }
    }

    [Fact]
    public async Task The_country_is_the_sum_of_its_offices_and_what_lies_behind_a_figure_adds_up_to_it()
    {
        foreach (var it in new ComplaintLives(seed: 11).Some(120)) await log.AppendAsync(it.Office, it.Complaint.Value, Types, it.Events);
        await log.SequenceAsync();
        await log.Runner().CatchUpAsync(default);

        foreach (var position in new[] { await log.Log.HeadAsync(default), 40 })
        {
            var computed = new Computed(position, At("20 12:00"));
            var country = await counts.NationalAsync(First, Last, computed, default);
            foreach (var (office, zone) in Offices)
            {
                var figures = await counts.OfAsync(office, zone, First, Last, computed, default);
                country[office].ShouldBe(figures.Total);
                var facts = await counts.FactsAsync(office, zone, First, Last, position, default);
                ComplaintSums.Of(facts, zone.Day(computed.At)).ShouldBe(figures.Total);
                figures.Within(ReportPeriod.Between(First, First.AddDays(3))).Total[ComplaintFigure.Received]
                    .ShouldBe(facts.Count(it => it.Day <= First.AddDays(3)));
            }
        }
    }

    [Fact]
    public async Task What_the_projection_has_not_read_yet_is_not_answered()
    {
        await log.Runner().CatchUpAsync(default);
        await Should.ThrowAsync<ProjectionNotReadyException>(() =>
            counts.OfAsync(Metro, Zone.Jakarta, First, Last, new(1_000_000, At("3 10:00")), default));
    }

    async Task<string> ToldAsync(Computed computed)
    {
        var lines = new List<string>();
        foreach (var (office, zone) in Offices)
        foreach (var day in (await counts.OfAsync(office, zone, First, Last, computed, default)).Days)
        foreach (var figure in Enum.GetValues<ComplaintFigure>().Where(it => day.Sums[it] > 0))
            lines.Add($"{office} {day.Day:yyyy-MM-dd} {(day.Class is { } it ? $"{(int)it}" : "-")} {Words.Of(figure)} {day.Sums[figure]}");
        return string.Join('\n', lines.Order(StringComparer.Ordinal));
    }

    Task<string> RecomputedAsync(Computed computed) => log.ScalarAsync<string>(
        File.ReadAllText(Path.Combine(Shared.Root, "tests", "Pst.Projections.Tests", "Complaints", "recomputed.sql"))
            .Replace(":position", computed.Position.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace(":at", $"'{computed.At.UtcDateTime:O}'::timestamptz", StringComparison.Ordinal));
}
