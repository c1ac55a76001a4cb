namespace Pst.Domain;

/// <summary>
/// What can happen to an appointment for a visit. Stored for ever under the type's name in snake_case. Who made it lies in the vault; the
/// code by which it is known at the kiosk is made from its id and stands nowhere.
/// </summary>
public abstract record AppointmentEvent
{
    private protected AppointmentEvent() { }
}

/// <param name="Place">Which of the slot's places, from 1: each is given once, also to two at the same moment.</param>
public sealed record AppointmentMade(AppointmentSlot Slot, int Place) : AppointmentEvent;

/// <summary>It is at another time now; the earlier place is free again.</summary>
public sealed record AppointmentMoved(AppointmentSlot Slot, int Place) : AppointmentEvent;

/// <param name="Reason">The office's, which the visitor reads; null where the visitor cancelled.</param>
public sealed record AppointmentCancelled(AppointmentSide By, Guid? Reason) : AppointmentEvent;

/// <summary>The visitor came on that day, and checked in.</summary>
public sealed record AppointmentKept(VisitId Visit) : AppointmentEvent;

/// <summary>The day passed, and nobody came.</summary>
public sealed record AppointmentMissed : AppointmentEvent;

/// <summary>Whose word it was. Stored as a number, so the numbers are part of the contract.</summary>
public enum AppointmentSide { Visitor = 1, Office = 2 }
