using static Pst.Domain.Specs.Steps;
using static Pst.Domain.Specs.VisitStory;
using static Pst.Domain.VisitCommand;

namespace Pst.Domain.Specs;

/// <summary>Every command at every point of several lives and in every circumstance, so that no case is forgotten.</summary>
public sealed class VisitTableSpecs
{
    static readonly EntryCorrected PartyOfTwo = new(1, "partySize", 1, 2, Because);

    static readonly (VisitStory Office, VisitEvent[] Life)[] Lives =
    [
        (Metro, [
            Came, Signed, GaveId, TookLocker, PartyOfTwo, GaveId with { Item = 2 }, WasCalled, WasSkipped, IsBack, WasCalled, WentOut,
            IsInAgain, Moved, WasServed, FreedDesk, Read, Scanned, WasRated, TookIdBack with { Item = 2 }, TookBag, TookIdBack,
            WentHome, new Voided(Because)]),
        (Metro, [
            CameOnline, SignedOnline, new Served(OnlineDesk), Searched, Read with { Form = ReadingForm.Digital }, AskedForSoftcopy,
            WentHome, WasRated]),
        (Metro, [Came, new NoteTaken(Because), Signed, GaveUp, new NoteTaken(Because), PartyOfTwo]),
        (Metro, [
            Came, Signed, GaveId, TookLocker, Stuck, GaveIdAway, GaveUp, new IncidentResolved(5, A01, Because),
            new IncidentResolved(6, null, Because)]),
        (Metro, [Came, Signed, WasServed, WentHome, WasOffered, WasGiven]),
        (Metro, [Came, Signed, GaveId, TookLocker, LostId, LeftBag, GaveId, LostId, GaveUp]),
        (Bima, [
            CameInBima, Signed, WasServed, Copied(10), Downloaded, EndUnknown,
            new EntryCorrected(6, "reason", "unknown_end", "finished", Because)]),
        (Rekaan, [CameInRekaan, Signed with { Promise = null }, GaveId with { Kind = IdKind.Passport }, WasServed, Copied(3)]),
    ];

    static readonly Func<VisitStory, VisitStory>[] Circumstances =
    [
        it => it, it => it.At("15:30"), it => it.On(March(4)), it => it.On(new(2023, 12, 29)),
        it => it.BySomebodyElse(), it => it.WithAnotherVisitOpen(), it => it.WithLockerTaken(), it => it.WithSheetsUsed(10),
        it => it.At("10:00").Offering(null),
        it => it.Meanwhile(new LockerPutOutOfOrder(A01, Because)),
    ];

    static readonly VisitCommand[] Commands =
    [
        Comes, ComesOnline, Comes with { Override = Allowed }, Comes with { Service = ServiceCode.KS },
        Signs, Signs with { Contact = new(false, true, true) }, Signs with { Contact = new(true, false, true) },
        Signs with { Contact = new(true, true, false) },
        GivesId, GivesId with { Item = 2 }, GivesId with { Item = 3 }, GivesId with { ValidUntil = March(1) },
        GivesId with { Kind = IdKind.Passport },
        TakesLocker, TakesLocker with { Item = 2, Locker = A02 }, TakesLocker with { Locker = new("Z99") },
        new Call(Desk1), new Skip(), new Requeue(), new Transfer(ServiceCode.KS), new Serve(Desk1),
        new EndService(), new StepOut(), new ComeBack(),
        Reads(ReadingForm.Printed), Reads(ReadingForm.Digital), Copies(1), Copies(1000), Copies(1000) with { Override = Allowed },
        new ScanSoftcopy(Yearbook, 4), new SearchCatalogue(), AsksForSoftcopy, Downloads, Rates(4), new Rate(1, null, null),
        TakesBag, TakesBag with { Item = 2 }, TakesIdBack, TakesIdBack with { Item = 2 },
        TakesIdBack with { Override = Allowed }, new ReportLostId(null, Because), new HandOverId(null, Neighbour, Because),
        new ReportLeftBag(null, Because), new ReportJammedLocker(null, Because),
        .. Enumerable.Range(4, 5).Select(it => new ResolveIncident(it, Because)),
        new TakeNote(Because), new OfferCompensation(), new GiveCompensation(),
        Leaves, new Depart(DepartureReason.Finished), new Depart(DepartureReason.LeftUnserved), new CloseUnended(),
        new Correct(1, "partySize", 3, Because), new Correct(1, "partySize", 0, Because), new Correct(1, "sheets", 3, Because),
        new Correct(99, "sheets", 3, Because), new VisitCommand.Void(Because), .. Enumerable.Range(1, 24).Select(it => new Undo(it)),
    ];

    static readonly IReadOnlyList<(VisitStory Before, VisitCommand Command, Decision<VisitEvent> Decision)> EveryCase =
    [
        .. from it in Lives
           from lived in Enumerable.Range(0, it.Life.Length + 1)
           from circumstance in Circumstances
           from command in Commands
           let story = circumstance(it.Office.Given(it.Life.Take(lived)))
           select (story, command, story.When(command)),
    ];

    static IEnumerable<VisitEvent> AllThatHappens =>
        EveryCase.SelectMany(it => it.Decision is Accepted<VisitEvent>(var events) ? events : []);

    [Fact]
    public void Every_command_is_asked_every_event_happens_and_every_refusal_is_met()
    {
        Commands.Select(it => it.GetType()).Distinct().ShouldBe(typeof(VisitCommand).GetNestedTypes(), ignoreOrder: true);
        AllThatHappens.Select(it => it.GetType()).Distinct()
            .ShouldBe(typeof(VisitEvent).Assembly.GetTypes().Where(it => it.BaseType == typeof(VisitEvent)), ignoreOrder: true);
        EveryCase.Select(it => it.Decision).OfType<Refused<VisitEvent>>().Select(it => it.Reason.GetType()).Distinct()
            .ShouldBe(typeof(VisitRefusal).GetNestedTypes(), ignoreOrder: true);
    }

    [Fact]
    public void What_is_accepted_moves_the_visit_on_and_is_the_same_read_from_the_store()
    {
        foreach (var (before, command, decision) in EveryCase)
            if (decision is Accepted<VisitEvent>({ Count: > 0 } events))
            {
                var after = before.Given(events).Visit;
                after.ShouldNotBe(before.Visit, $"{command}");
                before.Given(events.Select(Stored.AndReadBack)).Visit.ShouldBeEquivalentTo(after, $"{command}");
            }
    }

    [Fact]
    public void Nothing_happens_without_a_word_but_the_end_of_a_day_that_keeps_someone() =>
        EveryCase.Where(it => it.Decision is Accepted<VisitEvent>({ Count: 0 })).ShouldAllBe(it => it.Command is CloseUnended);

    [Fact]
    public void A_stream_that_cannot_be_is_damage()
    {
        VisitEvent[][] damaged =
        [
            [Signed], [Came, Came], [Came, Signed, Signed], [Came, WasServed], [Came, GaveId], [Came, Signed, WasSkipped],
            [Came, Signed, IsBack], [Came, Signed, WasServed, WasServed], [Came, Signed, FreedDesk],
            [Came, Signed, WasServed, FreedDesk, FreedDesk], [Came, WentOut], [Came, Signed, IsInAgain], [Came, Signed, WentOut, WentOut],
            [Came, Signed, WentOut, WasServed], [Came, Signed, WentOut, WasCalled],
            [Came, Signed, WasServed, WasCalled], [Came, Signed, Read], [Came, Signed, Searched], [Came, Downloaded],
            [Came, Signed, WasRated], [Came, Signed, GaveId, GaveId], [Came, Signed, TookLocker],
            [Came, Signed, GaveId, TookLocker, TookLocker with { Locker = A02 }],
            [Came, Signed, GaveId, TookBag], [Came, Signed, GaveId, TookLocker, TookBag with { Locker = A02 }],
            [Came, Signed, GaveId, TookLocker, TookIdBack], [Came, Signed, TookIdBack], [Came, Signed, GaveId, GaveUp],
            [Came, Signed, WasServed, WasRated, WasRated], [Came, Signed, GaveUp, WasRated], [Came, Signed, GaveUp, WasServed],
            [Came, PartyOfTwo with { EventVersion = 2 }], [Came, PartyOfTwo with { Field = "sheets" }],
            [Came, Signed, Stuck], [Came, Signed, GaveId, LeftBag], [Came, Signed, LostId], [Came, Signed, GaveId, TookLocker, GaveIdAway],
            [Came, Signed, GaveId, TookLocker, Stuck, TookBag], [Came, Signed, new IncidentResolved(2, null, Because)],
            [Came, WasGiven], [Came, WasOffered, WasOffered], [Came, WasOffered, WasGiven, WasGiven], [WasOffered],
            [Came, new Undone(2)], [new Undone(1)], [Came, new Voided(Because), new Voided(Because)], [new Voided(Because)],
        ];
        foreach (var stream in damaged)
            Should.Throw<InvalidDataException>(() => Metro.Given(stream).Visit, string.Join(", ", stream.Select(it => it.GetType().Name)));
    }
}
