namespace Pst.Projections.Tests;

using static Tale;

public sealed class ReportSpecs
{
    static readonly (string, VisitEvent)[] Begun = [("09:00", Arrived), ("09:00", SignedAt("09:00"))];

    static VisitRow Told(params IEnumerable<(string, VisitEvent)> events) => Row<VisitRow>(VisitRow.After, events)!;
    static VisitRow ServedAt(string time) => Told([.. Begun, (time, Served)]);
    static VisitRow RatedAs(int overall, Ratings? elements = null) =>
        Told([.. Begun, ("09:01", Served), ("09:02", new Rated(overall, elements, null))]);

    static VisitFact Fact(VisitRow row) => VisitFact.Of(Visit(1), row, row.Signed?.Promise, Zone.Jakarta);

    static SlaReport SlaOf(params IEnumerable<VisitRow> visits) =>
        SlaReport.Of(Figures.Of(visits.Select(Fact), At("09:04")));

    static Ratings Nine(int mark, int time) =>
        new(Enum.GetValues<Element>().Select(it => KeyValuePair.Create(it, it == Element.WAKTU ? time : mark)));

    [Fact]
    public void Every_visit_is_counted_once_and_the_judged_make_the_compliance() =>
        SlaOf(
            ServedAt("09:05"), ServedAt("09:05:01"), ServedAt("09:01"), Told([.. Begun, ("09:02", Unserved)]), Told(Begun), Told(Begun[0]),
            Told([("09:00", Arrived with { Promised = false }), ("09:00", Signed(null)), ("09:01", Served)]),
            Told([.. Begun, ("09:02", new Voided(Reason))]))
        .ShouldBe(new(
            Met: 2, Missed: 1, Withdrawn: 1, Pending: 1, Unknown: 1, NoPromise: 1, Voided: 1, 66.67m, MedianSeconds: 300, P90Seconds: 301));

    [Fact]
    public void Without_anything_to_judge_there_is_no_percentage() =>
        SlaOf(Told(Begun)).ShouldBe(new(0, 0, 0, Pending: 1, 0, 0, 0, null, null, null));

    [Theory, InlineData(1, 60, 60), InlineData(2, 90, 120), InlineData(3, 120, 180), InlineData(10, 330, 540), InlineData(11, 360, 600)]
    public void The_median_is_the_mean_of_the_middle_two_and_p90_the_nearest_rank(int served, double median, double p90) =>
        SlaOf(Enumerable.Range(1, served).Reverse().Select(it => ServedAt($"09:{it:00}")))
            .ShouldSatisfyAllConditions(it => it.MedianSeconds.ShouldBe(median), it => it.P90Seconds.ShouldBe(p90));

    [Fact]
    public void Who_is_served_before_the_clock_starts_has_waited_no_time() =>
        SlaOf(Told([("08:00", Arrived), ("08:01", SignedAt("09:00")), ("08:02", Served)])).MedianSeconds.ShouldBe(0);

    [Fact]
    public void Ratings_are_counted_by_mark_and_their_mean_has_two_decimals_half_up()
    {
        var report = RatingsReport.Of([.. Enumerable.Repeat(4, 7).Append(3).Select(it => RatedAs(it).Rated!)]);

        (report.N, report.Mean, report.Complete, report.Ikm, report.Band).ShouldBe((8, 3.88m, 0, null, "insufficient"));
        report.Counts.OrderBy(it => it.Key).Select(it => it.Value).ShouldBe([0, 0, 1, 7]);
        report.Elements.ShouldBeEmpty();
        RatingsReport.Of([]).Mean.ShouldBeNull();
    }

    [Fact]
    public void Ten_complete_answers_make_an_index_and_an_incomplete_one_no_eleventh()
    {
        var nine = Enumerable.Repeat(RatedAs(4, Nine(4, time: 3)).Rated!, 9).ToList();
        var partly = RatedAs(1, new([KeyValuePair.Create(Element.WAKTU, 1)])).Rated!;

        RatingsReport.Of([.. nine, partly]).Ikm.ShouldBeNull();
        var report = RatingsReport.Of([.. nine, partly, RatedAs(4, Nine(4, time: 1)).Rated!]);
        (report.N, report.Complete, report.Ikm, report.Band).ShouldBe((11, 10, 96.67m, "A"));
        (report.Elements[Element.WAKTU], report.Elements[Element.BIAYA]).ShouldBe((2.8m, 4m));
    }

    [Theory]
    [InlineData("day", "2026-03-02:1:30 2026-03-03:1:1"), InlineData("hour", "09:1:30 15:1:1"), InlineData("service", "KS:1:30 PS:1:1")]
    [InlineData("channel", "offline:1:30 online:1:1")]
    [InlineData("purpose", "4:1:30 unknown:1:1"), InlineData("gender", "1:1:30 unknown:1:1")]
    [InlineData("age", "2:1:30 unknown:1:1"), InlineData("education", "1:1:30 unknown:1:1"), InlineData("occupation", "1:1:30 unknown:1:1")]
    [InlineData("institutionKind", "6:1:30 unknown:1:1"), InlineData("disability", "2:1:30 unknown:1:1")]
    public void Visits_and_people_are_counted_by_what_they_have_in_common(string by, string counts)
    {
        VisitRow[] visits =
        [
            Told(
                ("09:00", Arrived with { PartySize = 30, Service = ServiceCode.KS }), ("09:01", SignedAt("09:01")),
                ("09:02", Corrected(2, "purpose", 1, 4))),
            Told(("3 15:00", Arrived with { Channel = Channel.Online, Ticket = null })),
            Told(("4 09:00", Arrived), ("4 09:01", new Voided(Reason))),
        ];
        VisitCounts.TryRead(by, out var grouping).ShouldBeTrue();

        string.Join(' ', VisitCounts.Of(visits.Select(Fact), grouping).Select(it => $"{it.Key}:{it.Visits}:{it.People}")).ShouldBe(counts);
    }

    [Theory, InlineData("institution_kind"), InlineData("Day"), InlineData(""), InlineData(null)]
    public void Nothing_else_can_be_counted_by(string? by) => VisitCounts.TryRead(by, out _).ShouldBeFalse();
}
