using static Pst.Domain.Specs.Steps;
using static Pst.Domain.Specs.VisitStory;
using static Pst.Domain.VisitCommand;
using static Pst.Domain.VisitRefusal;

namespace Pst.Domain.Specs;

/// <summary>A wrong tap is taken back within ten seconds by the one who made it.</summary>
public sealed class UndoSpecs
{
    static readonly VisitStory Waiting = Metro.Given(Came, Signed);
    static readonly VisitStory BagIn = Waiting.Given(GaveId, TookLocker);

    static readonly (VisitStory Before, VisitEvent Step)[] Steps =
    [
        (Waiting, GaveId), (Waiting.Given(GaveId), TookLocker), (BagIn, TookBag), (BagIn.Given(TookBag), TookIdBack),
        (Waiting, WasCalled), (Waiting.Given(WasCalled), WasCalled), (Waiting.Given(WasCalled), WasSkipped),
        (Waiting.Given(WasCalled, WasSkipped), IsBack), (Waiting.Given(WasCalled), Moved), (Waiting, WasServed),
        (Waiting.Given(WasCalled), WentOut), (Waiting.Given(WentOut), IsInAgain), (Waiting.Given(WasServed), FreedDesk),
        (Waiting.Given(WasServed), Read), (Waiting.Given(WasServed), Searched),
        (Waiting.Given(WasServed), Scanned), (Waiting.Given(WasServed), WentHome), (Waiting, GaveUp),
        (Bima.Given(CameInBima, Signed, WasServed), Copied(3)), (Bima.Given(CameInBima, Signed, WasServed), Downloaded),
    ];

    [Fact]
    public void After_it_the_visit_is_as_it_was_but_for_its_length()
    {
        foreach (var (before, step) in Steps)
        {
            var version = before.History.Count + 1;
            var after = before.Given(step).Then(new Undo(version), new Undone(version));
            WithLength(after.Visit, before.History.Count).ShouldBeEquivalentTo(before.Visit, $"{step}");
            StayOf(after.Visit).Version.ShouldBe(after.History.Count);
        }
    }

    [Fact]
    public void After_it_entries_keep_their_places()
    {
        var corrected = Waiting.Given(WasServed, Read, new Undone(4), Read with { Form = ReadingForm.Digital });
        corrected.When(new Correct(6, "form", "printed", Because)).Then(new EntryCorrected(6, "form", "digital", "printed", Because));
        corrected.When(new Correct(4, "form", "printed", Because)).ThenMistaken("eventVersion", new InputError.NotThere());
    }

    [Theory, InlineData(10, true), InlineData(10.001, false)]
    public void Ten_seconds_are_left(double seconds, bool isInTime)
    {
        var called = Waiting.Given(WasCalled);
        var later = called with { Facts = called.Facts with { At = called.Facts.At.AddSeconds(seconds) } };
        if (isInTime) later.When(new Undo(3)).Then(new Undone(3));
        else later.When(new Undo(3)).ThenRefused(new UndoTooLate());
    }

    [Fact]
    public void Only_ones_own_last_step_is_taken_back()
    {
        var called = Waiting.Given(WasCalled);
        called.BySomebodyElse().When(new Undo(3)).ThenRefused(new UndoNotYours());
        called.Given(WasSkipped).When(new Undo(3)).ThenRefused(new UndoNotLast());
        called.When(new Undo(4)).ThenRefused(new UndoNotLast());
    }

    [Fact]
    public void Step_by_step_one_goes_further_back_and_nothing_is_taken_back_twice()
    {
        var called = Waiting.Given(GaveId, WasCalled);
        var once = called.Then(new Undo(4), new Undone(4));
        once.When(new Undo(4)).ThenRefused(new UndoNotLast());
        once.When(new Undo(5)).ThenRefused(new UndoNotLast());
        once.Then(new Undo(3), new Undone(3)).When(GivesId).Then(GaveId);
    }

    [Fact]
    public void What_others_rely_on_is_not_taken_back()
    {
        Metro.Given(Came).When(new Undo(1)).ThenRefused(new UndoNotPossible());
        Waiting.When(new Undo(2)).ThenRefused(new UndoNotPossible());
        Waiting.Given(WasServed, AskedForSoftcopy).When(new Undo(4)).ThenRefused(new UndoNotPossible());
        Waiting.Given(WasServed, WasRated).When(new Undo(4)).ThenRefused(new UndoNotPossible());
        Waiting.Given(new EntryCorrected(1, "partySize", 1, 2, Because)).When(new Undo(3)).ThenRefused(new UndoNotPossible());
        Waiting.Given(new Voided(Because)).When(new Undo(3)).ThenRefused(new VisitClosed());
    }

    [Fact]
    public void What_was_given_back_must_still_be_there()
    {
        var unlocked = BagIn.Given(TookBag);
        unlocked.WithLockerTaken().When(new Undo(5)).ThenRefused(new LockerTaken());
        unlocked.Meanwhile(new LockerPutOutOfOrder(A01, Because)).When(new Undo(5)).ThenRefused(new LockerOutOfOrder());
        Waiting.Given(GaveUp).WithAnotherVisitOpen().When(new Undo(3)).ThenRefused(new VisitorAlreadyInside());
        Waiting.Given(WasCalled).WithAnotherVisitOpen().When(new Undo(3)).Then(new Undone(3));
    }

    static Stay StayOf(Visit visit) => ((Visit.Begun)visit).Stay;

    static Visit WithLength(Visit visit, int length) => (Visit.Begun)visit with { Stay = StayOf(visit) with { Version = length } };
}
