using Pst.EventStore;
using Pst.Web.Pages.History;

namespace Pst.Projections.Tests;

using static Tale;

/// <summary>What the history page says that each event changed.</summary>
public sealed class ToldStateSpecs
{
    static readonly (string, VisitEvent)[] Served =
        [("09:00", Arrived), ("09:01", SignedAt("09:01")), ("09:02", Held), ("09:03", Locked), ("09:04", Tale.Served)];

    static IReadOnlyList<FactChange> LastOf(params IEnumerable<(string Time, VisitEvent Event)> told) => LastOf(true, told);

    static IReadOnlyList<FactChange> LastOf(bool seesRating, IEnumerable<(string Time, VisitEvent Event)> told)
    {
        StoredEvent[] events = [.. told.Select((it, index) => Stored(index + 1, it.Event, new(At(it.Time), "petugas")))];
        var steps = ToldState.Steps(events, seesRating);
        steps.Count.ShouldBe(events.Length + 1);
        return ToldState.Between(steps[^2], steps[^1]);
    }

    static Told.Plain Plain(string text) => new(text);

    [Fact]
    public void An_arrival_makes_the_state() =>
        LastOf(Served[0]).Select(it => it.Name).ShouldBe(
            ["fact.status", "field.channel", "field.service", "fact.ticket", "fact.arrived_at", "field.partySize", "field.priority",
                "fact.standard"]);

    [Fact]
    public void Serving_changes_the_standing_and_says_when() =>
        LastOf(Served).ShouldBe(
            [new("fact.status", null, "status.waiting", "status.in_service"), new("fact.served_at", null, null, At("09:04"))]);

    [Fact]
    public void A_correction_changes_what_it_names_and_nothing_else()
    {
        LastOf([.. Served, ("09:05", Copied(4)), ("09:06", Corrected(6, "sheets", 4, 3))])
            .ShouldBe([new("fact.sheets", null, Plain("4"), Plain("3"))]);
        LastOf([.. Served, ("09:05", Corrected(2, "purpose", 1, 4))])
            .ShouldBe([new("field.purpose", null, "purpose.1", "purpose.4")]);
        LastOf([.. Served, ("09:05", new SoftcopyScanned(new("9302021.1872"), 2)), ("09:06", Corrected(6, "pages", 2, 5))])
            .ShouldBe([new("fact.pages", null, Plain("2"), Plain("5"))]);
    }

    [Fact]
    public void What_is_taken_back_undoes_each_change()
    {
        var served = LastOf(Served);
        LastOf([.. Served, ("09:05", new Undone(5))])
            .ShouldBe(served.Select(it => it with { Before = it.After, After = it.Before }), ignoreOrder: true);
    }

    [Fact]
    public void The_card_goes_with_its_bag()
    {
        LastOf(Served[..4]).ShouldBe(
            [new("fact.card", null, "id.ktp", new Told.Several(["id.ktp", Plain("A01")]))]);
        LastOf([.. Served, ("09:05", Unlocked), ("09:06", Returned)]).ShouldBe([new("fact.card", null, "id.ktp", null)]);
    }

    [Fact]
    public void An_override_is_a_fact_of_its_own() =>
        LastOf([.. Served, ("09:05", Copied(9, overridden: true))])
            .ShouldBe([new("fact.sheets", null, null, Plain("9")), new("fact.quota_passed", null, null, "fact.yes")]);

    [Fact]
    public void Marks_are_told_to_those_alone_who_may_know_them()
    {
        (string, VisitEvent)[] rated = [.. Served, ("09:05", new Rated(2, new([KeyValuePair.Create(Element.WAKTU, 1)]), null))];
        LastOf(true, rated).ShouldBe([new("field.overall", null, null, "mark.2"), new("field.elements.WAKTU", null, null, "mark.1")]);
        LastOf(false, rated).ShouldBe([new("field.overall", null, null, "fact.rating_unseen")]);
    }

    [Fact]
    public void A_call_again_and_a_note_change_a_number_and_nothing_moves_a_number_twice()
    {
        LastOf([.. Served[..2], ("09:02", Called), ("09:03", Called)]).ShouldBe([new("fact.calls", null, Plain("1"), Plain("2"))]);
        LastOf([.. Served, ("09:05", new NoteTaken(Reason))]).ShouldBe([new("fact.notes", null, null, Plain("1"))]);
    }
}
