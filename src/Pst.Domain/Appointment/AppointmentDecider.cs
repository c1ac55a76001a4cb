using System.Diagnostics;
using static Pst.Domain.Appointment;
using static Pst.Domain.AppointmentCommand;
using static Pst.Domain.AppointmentRefusal;

namespace Pst.Domain;

/// <summary>What people, and time, may ask about an appointment.</summary>
public abstract record AppointmentCommand
{
    public sealed record Make(AppointmentSlot Slot) : AppointmentCommand;
    public sealed record Move(AppointmentSlot Slot) : AppointmentCommand;

    /// <param name="Reason">Of the office, in the vault.</param>
    public sealed record Cancel(AppointmentSide By, Guid? Reason) : AppointmentCommand;

    /// <summary>The visitor is here.</summary>
    public sealed record CheckIn(VisitId Visit) : AppointmentCommand;

    /// <summary>A day has passed.</summary>
    /// <param name="Arrived">The visit, where the visitor had arrived and it was not noted here; else null.</param>
    public sealed record PassTime(VisitId? Arrived) : AppointmentCommand;

    private AppointmentCommand() { }
}

/// <summary>What a decision needs beside the appointment.</summary>
/// <param name="Now">The office's day and time follow from its hours' zone.</param>
/// <param name="Places">How many appointments the office takes for one slot; 0: none at all.</param>
/// <param name="Taken">The places that are given in the slot that is asked for.</param>
public sealed record AppointmentFacts(DateTimeOffset Now, ServiceHours Hours, int Places, IReadOnlyCollection<int> Taken)
{
    /// <summary>So many days ahead appointments are made.</summary>
    public const int MostDays = 30;

    public DateOnly Today => Hours.LocalDay(Now);

    /// <summary>Why nobody may have this slot; null where somebody may.</summary>
    public AppointmentRefusal? WhyNot(AppointmentSlot slot) =>
        Places == 0 ? new NotOffered()
        : Hours.Zone.At(slot.Day, slot.Start) <= Now ? new InThePast()
        : slot.Day > Today.AddDays(MostDays) ? new TooFarAhead(MostDays)
        : !slot.IsIn(Hours) ? new OutsideHours()
        : Taken.Count >= Places ? new SlotFull()
        : null;

    /// <summary>The first place that nobody has.</summary>
    public int FreePlace => Enumerable.InfiniteSequence(1, 1).First(it => !Taken.Contains(it));
}

public static class AppointmentDecider
{
    static readonly Accepted<AppointmentEvent> Nothing = new([]);

    /// <summary>The rules, one a line.</summary>
    public static Decision<AppointmentEvent> Decide(
        AppointmentCommand command, Appointment appointment, AppointmentFacts facts) => (command, appointment) switch
    {
        (Make asked, NotMade) when facts.WhyNot(asked.Slot) is { } reason => reason,
        (Make asked, NotMade) => new AppointmentMade(asked.Slot, facts.FreePlace),
        (Make, _) => new AlreadyMade(),
        (_, NotMade) => new NotFound(),

        (PassTime asked, Awaited it) when it.Slot.Day < facts.Today =>
            asked.Arrived is { } visit ? new AppointmentKept(visit) : new AppointmentMissed(),
        (PassTime, _) => Nothing,

        (CheckIn asked, Kept it) when asked.Visit == it.Visit => Nothing,
        (_, Cancelled) => new AlreadyCancelled(),
        (_, Kept) => new AlreadyKept(),
        (_, Missed) => new AlreadyMissed(),
        (_, Awaited it) when it.Slot.Day < facts.Today => new AlreadyMissed(),

        (Move asked, Awaited it) when asked.Slot == it.Slot => Nothing,
        (Move asked, Awaited) when facts.WhyNot(asked.Slot) is { } reason => reason,
        (Move asked, Awaited) => new AppointmentMoved(asked.Slot, facts.FreePlace),
        (Cancel asked, Awaited) => new AppointmentCancelled(asked.By, asked.Reason),
        (CheckIn, Awaited it) when it.Slot.Day > facts.Today => new NotToday(),
        (CheckIn asked, Awaited) => new AppointmentKept(asked.Visit),
        _ => throw new UnreachableException($"No rule for {command}."),
    };
}
