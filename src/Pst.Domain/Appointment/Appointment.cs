using System.Diagnostics.CodeAnalysis;

namespace Pst.Domain;

/// <summary>What the next decision about an appointment must know.</summary>
[SuppressMessage("Naming", "CA1724", Justification = "The stream's name; its folder is only a folder.")]
public abstract record Appointment
{
    public sealed record NotMade : Appointment;
    public sealed record Awaited(AppointmentSlot Slot) : Appointment;
    public sealed record Cancelled(AppointmentSlot Slot, AppointmentSide By, Guid? Reason) : Appointment;
    public sealed record Kept(AppointmentSlot Slot, VisitId Visit) : Appointment;
    public sealed record Missed(AppointmentSlot Slot) : Appointment;

    public static Appointment Initial { get; } = new NotMade();

    /// <exception cref="InvalidDataException">The stored stream is impossible: never a user's doing.</exception>
    public static Appointment Evolve(Appointment appointment, AppointmentEvent happened) => (appointment, happened) switch
    {
        (NotMade, AppointmentMade it) => new Awaited(it.Slot),
        (Awaited, AppointmentMoved it) => new Awaited(it.Slot),
        (Awaited was, AppointmentCancelled it) => new Cancelled(was.Slot, it.By, it.Reason),
        (Awaited was, AppointmentKept it) => new Kept(was.Slot, it.Visit),
        (Awaited was, AppointmentMissed) => new Missed(was.Slot),
        _ => throw new InvalidDataException($"{happened} cannot follow {appointment}."),
    };

    private Appointment() { }
}
