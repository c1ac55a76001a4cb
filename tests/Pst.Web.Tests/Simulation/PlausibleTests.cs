using Pst.Domain;
using Pst.EventStore;
using Pst.Projections;
using Pst.Web.Simulation;
using Pst.Web.Writing;

namespace Pst.Web.Tests.Simulation;

/// <summary>What is simulated could have happened: of everything something, of nothing too much.</summary>
public sealed class PlausibleTests(PlausibleTests.Spring simulated) : IClassFixture<PlausibleTests.Spring>
{
    IReadOnlyList<VisitRow> Visits => simulated.Visits;

    [Fact]
    public void Every_kind_of_event_of_a_visit_happens() =>
        simulated.Events.Select(it => it.Happened.Data).OfType<VisitEvent>().Select(it => it.GetType()).Distinct()
            .ShouldBe(typeof(VisitEvent).Assembly.GetTypes().Where(it => it.IsSubclassOf(typeof(VisitEvent))), ignoreOrder: true);

    [Fact]
    public void The_offices_own_rules_refuse_next_to_nothing() =>
        simulated.Refused.ShouldBeInRange(0, simulated.Events.Count / 200);

    [Fact]
    public void Mornings_are_busy_and_noon_is_not()
    {
        int ArrivedAt(int hour) => Visits.Count(it => it.Arrived.Channel == Channel.Offline && it.ArrivedAt.Hour == hour);

        ArrivedAt(9).ShouldBeGreaterThan(ArrivedAt(12) * 3);
        ArrivedAt(9).ShouldBeGreaterThan(ArrivedAt(13));
    }

    [Fact]
    public void Fewer_come_in_the_fasting_month()
    {
        double ADay(int month) =>
            Visits.Where(it => it.ArrivedAt.Month == month).GroupBy(it => it.ArrivedAt.Date).Average(it => it.Count());

        ADay(3).ShouldBeLessThan(ADay(2) * 0.85);
    }

    [Fact]
    public void Rare_things_are_rare_and_happen()
    {
        double Share(Func<VisitRow, bool> what) => Visits.Count(what) / (double)Visits.Count;

        Share(it => it.IsVoided).ShouldBeInRange(0.001, 0.01);
        Share(it => it.Late).ShouldBeInRange(0.002, 0.02);
        Share(it => it.Departed is { Reason: DepartureReason.LeftUnserved }).ShouldBeInRange(0.03, 0.12);
        Share(it => it.Departed is { Reason: DepartureReason.UnknownEnd }).ShouldBeInRange(0.005, 0.05);
        Share(it => it.Rated?.Elements is { IsComplete: true }).ShouldBeInRange(0.3, 0.7);
        Share(it => it.Arrived.PartySize > 1).ShouldBeInRange(0.05, 0.2);
        Share(it => it.Departed is null && !it.IsVoided).ShouldBeLessThan(0.002);
    }

    [Fact]
    public void Promises_are_mostly_kept_and_some_offices_keep_them_worse() =>
        simulated.Compliance.ShouldSatisfyAllConditions(
            it => it.Average().ShouldBeInRange(75, 97), it => (it.Max() - it.Min()).ShouldBeGreaterThan(5));

    /// <summary>Twelve offices over eight weeks, of which the last five are the fasting month's; in memory alone.</summary>
    public sealed class Spring
    {
        static readonly DateTimeOffset After = new(2025, 4, 1, 0, 0, 0, TimeSpan.Zero);

        public Spring()
        {
            var country = new SimulatedCountry(
                new(12, new(2025, 2, 3), new(2025, 3, 27), Seed: 5), new(new byte[32]), new Dictionary<OfficeCode, DateOnly>());
            var batches = country.Batches().ToList();
            Events = [.. batches.SelectMany(it => it.Append.Events)];
            Refused = country.Refused;
            var offices = batches.ToLookup(it => it.Office, it => it.Append.Events)
                .Select(it => Rows([.. it.SelectMany(one => one)])).ToList();
            Visits = [.. offices.SelectMany(it => it)];
            Compliance = [.. offices.Select(Kept).OfType<decimal>().Select(it => (double)it)];
        }

        public IReadOnlyList<BulkEvent> Events { get; }
        public IReadOnlyList<VisitRow> Visits { get; }
        public int Refused { get; }

        /// <summary>In percent, of each office that promises by the guestbook.</summary>
        public IReadOnlyList<double> Compliance { get; }

        // In the office's own time of day.
        static List<VisitRow> Rows(IReadOnlyList<BulkEvent> events)
        {
            var zone = events.Select(it => it.Happened.Data).OfType<OfficeOpened>().Single().Details.TimeZone;
            StoredEvent Stored(Guid stream, int index, EventToAppend it) =>
                new("", stream, index + 1, 0, "", it.Data, it.Envelope with { Occurred = zone.Local(it.Envelope.Occurred) }, default);
            return
            [
                .. events.Where(it => it.Happened.Data is VisitEvent).GroupBy(it => it.Stream).Select(stream => stream.Index()
                    .Select(it => Stored(stream.Key, it.Index, it.Item.Happened)).Standing()
                    .Aggregate((VisitRow?)null, VisitRow.After)!),
            ];
        }

        static decimal? Kept(List<VisitRow> visits)
        {
            var judged = visits.Where(it => it.Signed?.Promise is { Kind: CompletionKind.AfterGuestbook } && !it.IsVoided)
                .Select(it => Sla.Judge(
                    new(it.Arrived.Promised, it.Signed!.Promise, it.ServedAt, it.Used, it.LeftAt, it.Departed is not null), After))
                .CountBy(it => it).ToDictionary();
            return Sla.CompliancePercent(judged.GetValueOrDefault(Verdict.Met), judged.GetValueOrDefault(Verdict.Missed));
        }
    }
}
