using System.Globalization;
using System.Resources;
using static Pst.Domain.OfficeCommand;
using static Pst.Domain.OfficeRefusal;
using static Pst.Domain.Specs.OfficeStory;

namespace Pst.Domain.Specs;

public sealed class OfficeSpecs
{
    static readonly Guid Text = new("0195a3c2-7e11-7000-8000-000000000001"), Kiosk = new("0195a3c2-7e11-7000-8000-000000000002");
    static readonly Locker A01 = new("A01"), Nowhere = new("Z99");

    static readonly Office Metro = OfficeFiles.Metro;
    static readonly Standard Later = Metro.Standard with { Decree = "011 Tahun 2026", EffectiveFrom = March(4) };
    static readonly LocalSettings OneLocker = Metro.Local with { Lockers = [A01] };

    static readonly OfficeEvent[] Opened = [new OfficeOpened(Metro.Details, Metro.Local), new StandardAdopted(Metro.Standard)];
    static readonly LockerPutOutOfOrder OutOfOrder = new(A01, Text);

    [Fact]
    public void The_first_file_opens_the_office_under_its_standard() => Given().When(new PutFile(Metro)).Then(Opened);

    [Fact]
    public void The_same_file_again_changes_nothing() => Given(Opened).When(new PutFile(OfficeFiles.Read("1872"))).ThenNothing();

    [Fact]
    public void A_later_standard_is_adopted() =>
        Given(Opened).When(new PutFile(Metro with { Standard = Later })).Then(new StandardAdopted(Later));

    [Fact]
    public void Another_standard_from_the_same_day_is_refused() =>
        Given(Opened).When(new PutFile(Metro with { Standard = Metro.Standard with { Fee = 1 } })).ThenRefused(new StandardNotLater());

    [Fact]
    public void The_standard_before_the_newest_does_not_come_back() =>
        Given([.. Opened, new StandardAdopted(Later)]).When(new PutFile(Metro)).ThenRefused(new StandardNotLater());

    [Fact]
    public void Settings_and_standard_may_change_together() =>
        Given(Opened).When(new PutFile(Metro with { Local = OneLocker, Standard = Later }))
            .Then(new SettingsChanged(Metro.Details, OneLocker), new StandardAdopted(Later));

    [Fact]
    public void The_zone_may_change_until_the_first_visit()
    {
        var moved = Metro with { Details = Metro.Details with { TimeZone = Zone.Jayapura } };
        Given(Opened).When(new PutFile(moved)).Then(new SettingsChanged(moved.Details, moved.Local));
        Given(Opened).AfterVisits().When(new PutFile(moved)).ThenRefused(new ZoneFixed());
    }

    [Fact]
    public void A_locker_in_use_cannot_be_taken_out_of_the_list()
    {
        var fewer = new PutFile(Metro with { Local = OneLocker });
        Given(Opened).WithOccupied(A01).When(fewer).Then(new SettingsChanged(Metro.Details, OneLocker));
        Given(Opened).WithOccupied(new Locker("A02")).When(fewer).ThenRefused(new LockerTaken());
    }

    [Fact]
    public void A_locker_is_put_out_of_order_once_and_back_once()
    {
        Given(Opened).When(new PutOutOfOrder(A01, Text)).Then(OutOfOrder);
        Given([.. Opened, OutOfOrder]).When(new PutOutOfOrder(A01, Text)).ThenRefused(new LockerOutOfOrder());
        Given([.. Opened, OutOfOrder]).When(new PutBackInOrder(A01)).Then(new LockerPutBackInOrder(A01));
        Given(Opened).When(new PutBackInOrder(A01)).ThenRefused(new LockerInOrder());
    }

    [Fact]
    public void A_locker_that_the_office_does_not_have_is_unknown() =>
        Given(Opened).When(new PutOutOfOrder(Nowhere, Text)).ThenRefused(new UnknownLocker());

    [Fact]
    public void A_day_is_closed_once_and_not_before_it_begins()
    {
        Given(Opened).When(new CloseDay(March(2))).Then(new DayClosed(March(2), null, []));
        Given([.. Opened, new DayClosed(March(2))]).When(new CloseDay(March(1))).ThenNothing();
        Given(Opened).When(new CloseDay(March(3))).ThenMistaken("date", new InputError.InTheFuture());
    }

    [Fact]
    public void A_day_has_the_standard_that_was_in_force_on_it()
    {
        var office = Given([.. Opened, new StandardAdopted(Later)]).Office!;
        office.StandardOn(new(2023, 12, 31)).ShouldBeNull();
        office.StandardOn(new(2024, 1, 1)).ShouldBe(Metro.Standard);
        office.StandardOn(March(3)).ShouldBe(Metro.Standard);
        office.StandardOn(March(4)).ShouldBe(Later);
        office.File(Metro.Code).ShouldBe(Metro with { Standard = Later });
    }

    // The stories above tell the rules; these walk every command at every point of a life, so that no case is forgotten.
    static readonly OfficeEvent[] Life =
    [
        .. Opened, new StandardAdopted(Later), new SettingsChanged(Metro.Details, OneLocker), OutOfOrder, new DeviceEnrolled(Kiosk, "Lobi"),
        new DayClosed(March(1)), new DutyAssigned(March(2), Text), new DutyAssigned(March(3), Kiosk),
        new DeviceRevoked(Kiosk), new LockerPutBackInOrder(A01),
    ];
    static readonly OfficeCommand[] Commands =
    [
        new PutFile(Metro), new PutFile(Metro with { Standard = Later }), new PutFile(Metro with { Local = OneLocker, Standard = Later }),
        new PutFile(Metro with { Details = Metro.Details with { TimeZone = Zone.Jayapura } }),
        new PutOutOfOrder(A01, Text), new PutOutOfOrder(Nowhere, Text), new PutBackInOrder(A01), new PutBackInOrder(Nowhere),
        new EnrolDevice(Kiosk, "Lobi"), new RevokeDevice(Kiosk), new CloseDay(March(1)), new CloseDay(March(2)), new CloseDay(March(3)),
        new CloseDay(March(2), new(1, 0, null)), new CloseDay(March(2), new(1, 0, Text)),
        new PlanDuties([new(March(2), Kiosk), new(March(3), Text)]), new SwapDuties(March(2), March(3)),
        new PlanDuties([new(March(1), Kiosk)]),
    ];

    static IEnumerable<(OfficeState? Before, Decision<OfficeEvent> Decision)> EveryCase =>
        from lived in Enumerable.Range(0, Life.Length + 1)
        where lived != 1 // an office is opened together with its standard
        from command in Commands
        let story = Given(Life.Take(lived)).AfterVisits().WithOccupied(new Locker("A02"))
        select (story.Office, story.When(command));

    [Fact]
    public void What_is_accepted_moves_the_office_on_and_is_the_same_read_from_the_store()
    {
        foreach (var (before, decision) in EveryCase)
            if (decision is Accepted<OfficeEvent>({ Count: > 0 } events))
            {
                var after = events.Aggregate(before, OfficeState.Evolve);
                after.ShouldNotBe(before);
                events.Select(Stored.AndReadBack).Aggregate(Stored.AndReadBack(before), OfficeState.Evolve).ShouldBe(after);
            }
    }

    [Theory, InlineData("id"), InlineData("en")]
    public void Every_refusal_has_its_sentence(string language)
    {
        var reasons = EveryCase.Select(it => it.Decision).OfType<Refused<OfficeEvent>>().Select(it => it.Reason).Distinct().ToList();
        reasons.Select(it => it.GetType()).ShouldBe(typeof(OfficeRefusal).GetNestedTypes(), ignoreOrder: true);
        var sentences = new ResourceManager(typeof(Refusal)).GetResourceSet(new CultureInfo(language), true, language == "id")!;
        reasons.ShouldAllBe(reason => sentences.GetString(reason.Code) != null);
    }

    [Fact]
    public void A_stream_that_cannot_be_is_damage()
    {
        Should.Throw<InvalidDataException>(() => Given(Opened[1]));
        Should.Throw<InvalidDataException>(() => Given([.. Opened, Opened[0]]));
        Should.Throw<InvalidDataException>(() => Given([.. Opened, new StandardAdopted(Metro.Standard)]));
        Should.Throw<InvalidDataException>(() => Given([.. Opened, new LockerPutBackInOrder(A01)]));
    }
}
