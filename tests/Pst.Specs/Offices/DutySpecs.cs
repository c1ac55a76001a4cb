using static Pst.Domain.OfficeCommand;
using static Pst.Domain.OfficeRefusal;
using static Pst.Domain.Specs.OfficeStory;

namespace Pst.Domain.Specs;

/// <summary>The roster of a small office: one officer a day, days may be swapped, what is over stays. It is the second of March.</summary>
public sealed class DutySpecs
{
    static readonly Office Metro = OfficeFiles.Metro;
    static readonly OfficeEvent[] Opened = [new OfficeOpened(Metro.Details, Metro.Local), new StandardAdopted(Metro.Standard)];
    static readonly Guid Sari = new("0195a3c2-7e11-7000-8000-000000000001"), Budi = new("0195a3c2-7e11-7000-8000-000000000002");
    static readonly OfficeEvent[] Planned = [.. Opened, new DutyAssigned(March(2), Sari), new DutyAssigned(March(3), Budi)];

    [Fact]
    public void Only_what_changes_is_recorded() =>
        Given(Planned).When(new PlanDuties([new(March(2), Sari), new(March(3), Sari), new(March(4), null)]))
            .Then(new DutyAssigned(March(3), Sari));

    [Fact]
    public void A_day_may_have_nobody_again()
    {
        Given(Planned).When(new PlanDuties([new(March(3), null)])).Then(new DutyAssigned(March(3), null));
        Given([.. Planned, new DutyAssigned(March(3), null)]).Office!.OnDuty(March(3)).ShouldBeNull();
    }

    [Fact]
    public void Two_take_each_others_day()
    {
        Given(Planned).When(new SwapDuties(March(2), March(3))).Then(new DutiesSwapped(March(2), March(3)));
        var office = Given([.. Planned, new DutiesSwapped(March(2), March(3))]).Office!;
        (office.OnDuty(March(2)), office.OnDuty(March(3))).ShouldBe((Budi, Sari));
    }

    [Fact]
    public void With_nobody_there_is_nothing_to_swap()
    {
        Given(Planned).When(new SwapDuties(March(3), March(4))).ThenRefused(new NobodyOnDuty());
        Given(Planned).When(new SwapDuties(March(3), March(3))).ThenNothing();
    }

    [Fact]
    public void What_is_over_stays()
    {
        Given(Opened).When(new PlanDuties([new(March(1), Sari)])).ThenRefused(new DutyIsOver());
        Given([.. Planned, new DutyAssigned(March(1), Sari)]).When(new SwapDuties(March(1), March(2))).ThenRefused(new DutyIsOver());
    }

    [Fact]
    public void A_closed_day_leaves_the_roster() =>
        Given([.. Planned, new DayClosed(March(2))]).Office!.Duties.ShouldBe([new(March(3), Budi)]);
}
