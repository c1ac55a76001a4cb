using System.Diagnostics;
using static Pst.Domain.RetentionCommand;
using static Pst.Domain.RetentionRefusal;

namespace Pst.Domain;

/// <summary>What may be asked about how long an office keeps personal data.</summary>
public abstract record RetentionCommand
{
    /// <summary>Withholds the visits of a period from destruction.</summary>
    public sealed record HoldPeriod(DateOnly From, DateOnly To, Guid Reason) : RetentionCommand;

    /// <param name="Hold">The hold's version.</param>
    public sealed record LiftPeriod(int Hold, Guid Reason) : RetentionCommand;

    private RetentionCommand() { }
}

public static class RetentionDecider
{
    /// <summary>The rules, one a line.</summary>
    public static Decision<RetentionEvent> Decide(RetentionCommand command, Retention state) => command switch
    {
        HoldPeriod it when it.To < it.From => new HoldPeriodEndsEarly(),
        HoldPeriod it => new PeriodHeld(it.From, it.To, it.Reason),

        LiftPeriod it when state.Holds.All(hold => hold.Version != it.Hold) => new HoldNotFound(),
        LiftPeriod it => new PeriodHoldLifted(it.Hold, it.Reason),

        _ => throw new UnreachableException($"No rule for {command}."),
    };
}

/// <summary>All that can be refused about it.</summary>
public abstract record RetentionRefusal : Refusal
{
    public sealed record HoldPeriodEndsEarly() : RetentionRefusal("hold_period_ends_early");
    public sealed record HoldNotFound() : RetentionRefusal("hold_not_found");

    private RetentionRefusal(string code) : base(code) { }
}
