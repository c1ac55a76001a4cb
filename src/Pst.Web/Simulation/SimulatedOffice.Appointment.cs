using Pst.Domain;
using Pst.Web.Access;
using Pst.Web.Appointments;
using Pst.Web.Vault;
using Pst.Web.Writing;

namespace Pst.Web.Simulation;

internal sealed partial class SimulatedOffice
{
    readonly Dictionary<AppointmentId, IReadOnlyList<AppointmentEvent>> appointments = [];

    /// <summary>What somebody does about an appointment.</summary>
    public void Appoint(DateTimeOffset at, AppointmentId appointment, AppointmentCommand command, Caller by, params VaultEntry[] entries)
    {
        var past = appointments.GetValueOrDefault(appointment, []);
        var facts = AppointmentWriter.FactsOf(state!, at, [.. TakenIn(command)]);
        if (AppointmentDecider.Decide(command, StateOf(past), facts) is not Accepted<AppointmentEvent>(var events))
        {
            Refused++;
            return;
        }
        var envelope = EnvelopeOf(by, IdOf($"{appointment}/{command.GetType().Name}/{past.Count}"), at.WholeMicroseconds());
        foreach (var (index, it) in events.Index())
        {
            Record(appointment.Value, past.Count + index + 1, it, envelope);
            guards.Apply(appointment, it);
        }
        appointments[appointment] = [.. past, .. events];
        foreach (var entry in entries) Keep(entry, new VisitId(appointment.Value));
    }

    // The places that are given in the slot that is asked for.
    IEnumerable<int> TakenIn(AppointmentCommand command)
    {
        AppointmentSlot? wanted = command switch
        {
            AppointmentCommand.Make it => it.Slot,
            AppointmentCommand.Move it => it.Slot,
            _ => null,
        };
        foreach (var events in appointments.Values)
            if (StateOf(events) is Appointment.Awaited it && it.Slot == wanted) yield return PlaceIn(events);
    }

    static int PlaceIn(IEnumerable<AppointmentEvent> events) => events.Aggregate(0, (place, it) => it switch
    {
        AppointmentMade made => made.Place,
        AppointmentMoved moved => moved.Place,
        _ => place,
    });

    static Appointment StateOf(IEnumerable<AppointmentEvent> events) => events.Aggregate(Appointment.Initial, Appointment.Evolve);
}
