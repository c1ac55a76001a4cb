using System.Diagnostics;
using Pst.Domain;

namespace Pst.Web.Appointments;

/// <summary>An appointment as its owner sees it.</summary>
/// <param name="Sequence">How often it was changed.</param>
/// <param name="Reason">Why the office cancelled it; null where it did not, or that was erased.</param>
public sealed record AppointmentView(AppointmentId Id, Appointment State, long Sequence, string? Reason)
{
    public bool IsAwaited => State is Appointment.Awaited;

    public AppointmentSlot Slot => State switch
    {
        Appointment.Awaited it => it.Slot,
        Appointment.Cancelled it => it.Slot,
        Appointment.Kept it => it.Slot,
        Appointment.Missed it => it.Slot,
        _ => throw new UnreachableException(),
    };

    /// <summary>Of its sentence on the page.</summary>
    public string Name => State switch
    {
        Appointment.Awaited => "awaited",
        Appointment.Cancelled { By: AppointmentSide.Office } => "cancelled_by_office",
        Appointment.Cancelled => "cancelled",
        Appointment.Kept => "kept",
        _ => "missed",
    };
}
