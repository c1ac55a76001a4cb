using static Pst.Domain.OfficeCommand;
using static Pst.Domain.OfficeRefusal;

namespace Pst.Domain;

/// <summary>Who is to be on duty on a day; null for nobody.</summary>
public sealed record PlannedDuty(DateOnly Day, Guid? Officer);

public static partial class OfficeDecider
{
    static Decision<OfficeEvent> PlanDuties(ValueList<PlannedDuty> days, OfficeState office, OfficeFacts facts)
    {
        var changed = days.Where(it => office.OnDuty(it.Day) != it.Officer).ToList();
        if (changed.Any(it => it.Day < facts.Today)) return new DutyIsOver();
        return new Accepted<OfficeEvent>([.. changed.Select(it => new DutyAssigned(it.Day, it.Officer))]);
    }

    static Decision<OfficeEvent> SwapDuties(SwapDuties asked, OfficeState office, OfficeFacts facts)
    {
        if (asked.Day < facts.Today || asked.With < facts.Today) return new DutyIsOver();
        var (one, other) = (office.OnDuty(asked.Day), office.OnDuty(asked.With));
        if (one is null || other is null) return new NobodyOnDuty();
        return one == other ? Nothing : new DutiesSwapped(asked.Day, asked.With);
    }
}
