using FsCheck;
using FsCheck.Fluent;
using static Pst.Domain.Specs.Steps;
using static Pst.Domain.VisitCommand;

namespace Pst.Domain.Specs;

/// <summary>
/// Twelve visits of three persons to one office in two days. Each goes its course, but steps are left out, and others come out of turn.
/// </summary>
internal sealed record BusyDay(string Name, VisitStory Story, IReadOnlyList<Asked> Asked)
{
    const int Visits = 12;

    static readonly VisitorId Budi = new(new("0195a3c2-7e11-7000-8000-00000000000b"));
    static readonly VisitorId Wayan = new(new("0195a3c2-7e11-7000-8000-00000000000c"));

    static readonly Standard PerMonth =
        OfficeFiles.Bima.Standard with { Printed = OfficeFiles.Bima.Standard.Printed with { Copies = new(10, CopyWindow.Month) } };

    static readonly (string Name, VisitStory Story)[] Offices =
    [
        ("Metro", VisitStory.Metro), ("Bima", VisitStory.Bima), ("Rekaan", VisitStory.Rekaan),
        ("Bima, counting by month", VisitStory.In(OfficeFiles.Bima with { Standard = PerMonth })),
    ];

    public static Gen<BusyDay> Any { get; } =
        from office in Gen.Elements(Offices)
        let course = Course(office.Story.Office)
        from visits in Gen.CollectToArray(Enumerable.Range(1, Visits), visit => Visit(visit, course))
        select new BusyDay(office.Name, office.Story, [.. visits.SelectMany(it => it).OrderBy(it => it.Minute)]);

    /// <summary>The office at the end of it.</summary>
    public BusyOffice Lived()
    {
        var office = new BusyOffice(Story);
        foreach (var asked in Asked) office.Take(asked);
        return office;
    }

    /// <summary>The same with less of it, the larger parts left out first, for whoever looks for the reason of a failure.</summary>
    public IEnumerable<BusyDay> Shorter() =>
        from size in new[] { Asked.Count / 2, Asked.Count / 4, Asked.Count / 8, 1 }.Where(it => it > 0).Distinct()
        from start in Enumerable.Range(0, (Asked.Count + size - 1) / size)
        select this with { Asked = [.. Asked.Take(start * size), .. Asked.Skip((start + 1) * size)] };

    public override string ToString() => $"{Name}:\n{string.Join('\n', Lived().Log)}";

    static Gen<IEnumerable<Asked>> Visit(int visit, Gen<VisitCommand>[] course) =>
        from who in Gen.Elements(Sari, Budi, Wayan)
        from start in Gen.Choose(0, 2000)
        from commands in Gen.CollectToArray(course, step => Disturbed(step, course))
        from gaps in Gen.Choose(0, 12).ArrayOf(commands.Sum(it => it.Length))
        select commands.SelectMany(it => it).Select((command, index) => new Asked(visit, who, command, start + gaps.Take(index).Sum()));

    static Gen<VisitCommand[]> Disturbed(Gen<VisitCommand> step, Gen<VisitCommand>[] course) => Gen.Frequency(
        (6, step.ArrayOf(1)), (1, Gen.Constant<VisitCommand[]>([])), (1, Gen.CollectToArray([step, Gen.OneOf(course)])),
        (1, Gen.CollectToArray([step, One(new Undo(0))])));

    static Gen<VisitCommand> One(params VisitCommand[] of) => Gen.Elements(of);

    static Gen<VisitCommand>[] Course(OfficeState office)
    {
        Locker[] lockers = [.. office.Local.Lockers.Take(2)];
        IdKind[] cards = [.. office.Standards[^1].AcceptedIds];
        var takesLocker = One([.. lockers.Select(it => new AssignLocker(it, null)), .. lockers.Select(it => new AssignLocker(it, 2))]);
        var copies = Gen.Choose(1, 12).SelectMany(it => One(Copies(it), Copies(it), Copies(it) with { Override = Allowed }));
        var corrects = Gen.Choose(1, 14)
            .SelectMany(it => One(new Correct(it, "sheets", 1, Because), new Correct(it, "sheets", 9, Because)));
        var resolves = Gen.Choose(4, 16).SelectMany(it => One(new ResolveIncident(it, Because)));
        var pair = Comes with { PartySize = 2, Override = Allowed };
        return
        [
            One(ComesOnline, Comes, Comes with { Service = ServiceCode.KS }, pair, pair, pair, pair),
            One(Signs), One([.. cards.Select(it => GivesId with { Kind = it })]), takesLocker,
            One([.. cards.Select(it => GivesId with { Kind = it, Item = 2 })]), takesLocker,
            One(new Call(Desk1)), One(new Skip(), new Call(Desk1)), One(new Requeue(), new Transfer(ServiceCode.PS)),
            One(new StepOut(), new Skip()), One(new ComeBack(), new Call(Desk1)), One(new Serve(Desk1)),
            copies, copies, One(Reads(ReadingForm.Printed), Reads(ReadingForm.Digital), new ScanSoftcopy(Yearbook, 4)), copies,
            One(new SearchCatalogue(), AsksForSoftcopy, Downloads, Downloads),
            One(new EndService(), new StepOut(), new TakeNote(Because)),
            One(new ReportJammedLocker(null, Because), new ReportLeftBag(null, Because), new ReportLostId(null, Because), TakesBag),
            corrects, One(Rates(4), new Correct(1, "partySize", 3, Because)), One(TakesBag, TakesBag with { Item = 2 }), One(TakesBag),
            One(TakesIdBack, TakesIdBack with { Item = 2 }),
            One(TakesIdBack, TakesIdBack with { Override = Allowed }, new HandOverId(null, Neighbour, Because)),
            One(new OfferCompensation()), One(new GiveCompensation()),
            resolves, One(Leaves, Leaves, new CloseUnended()),
            One(new Undo(0)), One(Rates(3), Rates(2), Comes, new VisitCommand.Void(Because)),
        ];
    }
}
