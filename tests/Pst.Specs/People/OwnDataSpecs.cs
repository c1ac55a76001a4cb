namespace Pst.Domain.Specs;

using static DataRequestKind;
using static RequestOutcome;

/// <summary>What people may ask about their own data, and until when it is answered.</summary>
public sealed class OwnDataSpecs
{
    static readonly DateTimeOffset Friday = new(2026, 2, 27, 15, 0, 0, TimeSpan.FromHours(7));

    [Fact]
    public void The_law_gives_three_times_24_hours_also_over_a_weekend() =>
        Decide(new OwnDataCommand.Ask(Access, null)).ShouldBe(new DataRequested(Access, Friday.AddDays(3), null));

    [Fact]
    public void The_same_is_asked_again_once_it_is_settled()
    {
        DataRequested asked = new(Erasure, Friday, null);
        Refusal(new OwnDataCommand.Ask(Erasure, null), asked).ShouldBe("data_request_open");
        Decide(new OwnDataCommand.Ask(Access, null), asked).ShouldBeOfType<DataRequested>();
        Decide(new OwnDataCommand.Ask(Erasure, null), asked, new RequestSettled(1, Refused, null)).ShouldBeOfType<DataRequested>();
    }

    [Fact]
    public void A_request_is_settled_once()
    {
        OwnDataCommand.Settle settle = new(2, Done, null);
        Decide(settle, new DetailsSeen(), new DataRequested(Access, Friday, null)).ShouldBe(new RequestSettled(2, Done, null));
        Refusal(settle, new DetailsSeen(), new DataRequested(Access, Friday, null), new RequestSettled(2, Done, null))
            .ShouldBe("data_request_settled");
        Refusal(settle with { Request = 1 }, new DetailsSeen(), new DataRequested(Access, Friday, null)).ShouldBe("data_request_settled");
    }

    [Fact]
    public void Of_who_is_forgotten_nothing_is_changed_or_asked_but_what_was_asked_is_settled()
    {
        var gone = OwnDataState.Of([(1, new DataRequested(Erasure, Friday, null))], isKnown: false);
        foreach (var command in (OwnDataCommand[])[new OwnDataCommand.Change("c0ffee"), new OwnDataCommand.Ask(Access, null)])
            ((Refused<VisitorEvent>)OwnDataDecider.Decide(command, gone, Friday)).Reason.Code.ShouldBe("own_data_gone");
        OwnDataDecider.Decide(new OwnDataCommand.Settle(1, Done, null), gone, Friday).ShouldBeOfType<Accepted<VisitorEvent>>();
    }

    static VisitorEvent Decide(OwnDataCommand command, params object[] past) =>
        ((Accepted<VisitorEvent>)OwnDataDecider.Decide(command, State(past), Friday)).Events.Single();

    static string Refusal(OwnDataCommand command, params object[] past) =>
        ((Refused<VisitorEvent>)OwnDataDecider.Decide(command, State(past), Friday)).Reason.Code;

    static OwnDataState State(object[] past) => OwnDataState.Of(past.Select((it, index) => (index + 1L, it)), isKnown: true);
}
