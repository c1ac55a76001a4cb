namespace Pst.Domain;

/// <summary>All that can be refused about an appointment.</summary>
public abstract record AppointmentRefusal : Refusal
{
    public sealed record NotFound() : AppointmentRefusal("appointment_not_found");
    public sealed record AlreadyMade() : AppointmentRefusal("appointment_already_made");
    public sealed record AlreadyCancelled() : AppointmentRefusal("appointment_cancelled");
    public sealed record AlreadyKept() : AppointmentRefusal("appointment_kept");

    /// <summary>Its day is over.</summary>
    public sealed record AlreadyMissed() : AppointmentRefusal("appointment_missed");

    /// <summary>This office takes none.</summary>
    public sealed record NotOffered() : AppointmentRefusal("appointments_not_offered");

    /// <summary>The office does not serve then: closed, a holiday, or a break.</summary>
    public sealed record OutsideHours() : AppointmentRefusal("appointment_outside_hours");

    public sealed record InThePast() : AppointmentRefusal("appointment_in_the_past");

    public sealed record TooFarAhead(int Days) : AppointmentRefusal("appointment_too_far_ahead")
    {
        public override object[] Values() => [Days];
    }

    public sealed record SlotFull() : AppointmentRefusal("appointment_slot_full");

    /// <summary>One checks in on the appointment's own day.</summary>
    public sealed record NotToday() : AppointmentRefusal("appointment_not_today");

    private AppointmentRefusal(string code) : base(code) { }
}
