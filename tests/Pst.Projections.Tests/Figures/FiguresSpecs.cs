using System.Text.Json;

namespace Pst.Projections.Tests;

using static Tale;

public sealed class FiguresSpecs
{
    static readonly (string, VisitEvent)[] Begun = [("09:00", Arrived), ("09:00", SignedAt("09:00"))];

    static VisitFact Fact(params IEnumerable<(string, VisitEvent)> events)
    {
        var row = Row<VisitRow>(VisitRow.After, events)!;
        return VisitFact.Of(Visit(1), row, row.Signed?.Promise, Zone.Jakarta);
    }

    static Figures Of(string at, params IReadOnlyList<VisitFact> facts) => Figures.Of(facts, At(at));

    static readonly VisitFact[] Some =
    [
        Fact([.. Begun, ("09:03", Served), ("09:04", Copied(4)), ("09:09", new Rated(3, null, null)), ("09:10", Finished)]),
        Fact([.. Begun, ("09:09", Served), ("09:10", Finished)]),
        Fact(("09:00", Arrived with { PartySize = 30 })),
        Fact([.. Begun, ("09:09", new Voided(Reason))]),
        Fact(Begun),
    ];

    [Fact]
    public void What_is_added_up_is_what_all_of_it_together_gives()
    {
        (Of("09:02", Some[0], Some[4]) + Of("09:02", Some[1..4])).ShouldBe(Of("09:02", Some));
        Figures.Sum([]).ShouldBe(Figures.None);
        (Figures.Of(Some[..2]) + Figures.Of(Some[2..])).ShouldBe(Figures.Of(Some));
    }

    [Fact]
    public void What_is_stored_is_read_as_it_was()
    {
        var figures = Figures.Of(Some);
        JsonSerializer.Deserialize<Figures>(JsonSerializer.Serialize(figures, StoredJson.Options), StoredJson.Options).ShouldBe(figures);
    }

    [Theory, InlineData("09:05", 1, 1), InlineData("09:05:00.000001", 0, 2)]
    public void An_open_promise_is_missed_right_after_its_due(string at, int pending, int missed)
    {
        var figures = Of(at, Some);
        (figures[Figure.Pending], figures[Figure.Missed]).ShouldBe((pending, missed));
    }

    [Fact]
    public void The_rest_of_a_party_is_counted_and_not_told_apart()
    {
        var figures = Of("10:00", Some);
        (figures[Figure.Visits], figures[Figure.People], figures[Figure.Signed], figures[Figure.Companions]).ShouldBe((4, 33, 3, 29));
        (figures.CountOf(VisitGrouping.Purpose, 1), figures.CountOf(VisitGrouping.Purpose, null)).ShouldBe((3, 1));
    }

    [Theory, InlineData("09:04:30", 1), InlineData("09:04:29", 0), InlineData("09:05", 1)]
    public void To_leave_in_the_last_half_minute_is_a_sign(string left, int counted) =>
        Of("10:00", Fact([.. Begun, (left, Unserved)]))[Figure.WithdrawnAtLast].ShouldBe(counted);

    [Theory, InlineData("09:05", 0), InlineData("09:06", 1)]
    public void To_void_what_was_missed_is_a_sign(string voided, int counted) =>
        Of("10:00", Fact([.. Begun, (voided, new Voided(Reason))]))[Figure.VoidedAfterMissed].ShouldBe(counted);

    [Fact]
    public void To_be_served_and_to_use_nothing_is_a_sign()
    {
        var used = new PublicationRead(new("pub-1"), ReadingForm.Printed);
        Of("10:00", Fact([.. Begun, ("09:03", Served), ("09:10", Finished)]))[Figure.MetUnused].ShouldBe(1);
        Of("10:00", Fact([.. Begun, ("09:03", Served), ("09:04", used), ("09:10", Finished)]))[Figure.MetUnused].ShouldBe(0);
        Of("10:00", Fact([.. Begun, ("09:03", Served)]))[Figure.MetUnused].ShouldBe(0, "something may still be done");
    }

    [Fact]
    public void To_be_called_twice_and_be_absent_is_a_sign()
    {
        Of("10:00", Fact([.. Begun, ("09:03", Called), ("09:04", Called), ("09:05", new Skipped())]))[Figure.CalledTwiceAbsent].ShouldBe(1);
        Of("10:00", Fact([.. Begun, ("09:03", Called), ("09:05", new Skipped())]))[Figure.CalledTwiceAbsent].ShouldBe(0);
    }

    [Fact]
    public void Nobody_is_heard_before_the_departure() =>
        Of("10:00", Fact([.. Begun, ("09:03", Served), ("09:09", new Rated(1, null, null))]))[Figure.Ratings].ShouldBe(0);

    [Fact]
    public void A_bar_ends_with_its_last_good_moment()
    {
        var waits = Durations.Of([TimeSpan.Zero, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromSeconds(301)]);
        waits.Bars(TimeSpan.FromMinutes(1), 6).Select(it => it.Count).ShouldBe([2, 0, 0, 0, 1, 1]);
        waits.Bars(TimeSpan.FromMinutes(1), 6)[^1].Through.ShouldBeNull();
        (waits.MedianSeconds, waits.P90Seconds, waits.LongestSeconds).ShouldBe((180, 301, 301));
    }

    [Fact]
    public void Few_are_hidden_and_so_is_what_would_tell_them()
    {
        SmallCells.Shown([0, 4, 7, 30], seesAll: false).ShouldBe([0, null, null, 30]);
        SmallCells.Shown([1, 4, 7, 30], seesAll: false).ShouldBe([null, null, 7, 30]);
        SmallCells.Shown([0, 4, 7, 30], seesAll: true).ShouldBe([0, 4, 7, 30]);
        (SmallCells.Shown(4, seesAll: false), SmallCells.Shown(5, seesAll: false)).ShouldBe((null, 5));
    }
}
