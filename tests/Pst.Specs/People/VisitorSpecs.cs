using static Pst.Domain.VisitorCommand;

namespace Pst.Domain.Specs;

public sealed class VisitorSpecs
{
    static readonly VisitorId Siti = Id(1), Aminah = Id(2), Third = Id(3);

    static VisitorId Id(int number) => new(new Guid($"00000000-0000-7000-8000-{number:000000000000}"));

    static VisitorFacts Alone(VisitorId? target = null) => new(Siti, null, HasOthers: false, target);

    [Fact]
    public void Two_records_of_one_person_are_joined() => Decide(new Join(Aminah), Alone(Aminah)).ShouldBe(new RecordsJoined(Aminah));

    [Fact]
    public void Joining_goes_to_the_record_that_the_other_stands_for() =>
        Decide(new Join(Aminah), Alone(Third)).ShouldBe(new RecordsJoined(Third));

    [Fact]
    public void What_is_joined_can_be_parted_and_nothing_else()
    {
        Decide(new Part(), Alone() with { JoinedTo = Aminah }).ShouldBe(new RecordsParted());
        Refusal(new Part(), Alone()).ShouldBe("record_not_joined");
    }

    [Fact]
    public void A_record_is_joined_to_one_other_and_one_level_deep()
    {
        Refusal(new Join(Third), Alone(Third) with { JoinedTo = Aminah }).ShouldBe("record_joined");
        Refusal(new Join(Third), Alone(Third) with { HasOthers = true }).ShouldBe("record_has_others");
        Refusal(new Join(Siti), Alone(Siti)).ShouldBe("same_record");
        Refusal(new Join(Aminah), Alone()).ShouldBe("visitor_not_found");
    }

    [Fact]
    public void Nobody_is_made_to_be_inside_twice() =>
        Refusal(new Join(Aminah), Alone(Aminah) with { BothInside = true }).ShouldBe("both_inside");

    static VisitorEvent Decide(VisitorCommand command, VisitorFacts facts) =>
        VisitorDecider.Decide(command, facts).ShouldBeOfType<Accepted<VisitorEvent>>().Events.ShouldHaveSingleItem();

    static string Refusal(VisitorCommand command, VisitorFacts facts) =>
        VisitorDecider.Decide(command, facts).ShouldBeOfType<Refused<VisitorEvent>>().Reason.Code;
}
