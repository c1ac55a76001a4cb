using Pst.Domain;
using Pst.EventStore;
using Pst.Projections;
using Pst.Web.Access;
using Pst.Web.Vault;
using Pst.Web.Writing;

namespace Pst.Web.Appointments;

/// <summary>The one write path of appointments.</summary>
public sealed class AppointmentWriter(StreamCommands commands, AppointmentLetters letters)
{
    /// <exception cref="StoreBusyException">Nothing is stored; it may be sent again.</exception>
    public Task<Outcome<StreamAnswer>> SendAsync(AppointmentOrder order, CancellationToken cancel)
    {
        var (office, appointment, taken) = (order.Office, order.Appointment, new List<int>());
        var (before, version) = (Appointment.Initial, 0L);
        return commands.SendAsync(
            new StreamCommand<AppointmentEvent>(office, appointment.Value, order.Caller, order.Id, found =>
            {
                (before, version) = (found.Events.Aggregate(Appointment.Initial, Appointment.Evolve), found.Stream.Version);
                return AppointmentDecider.Decide(order.Command, before, FactsOf(found.Office, found.Now, taken));
            })
            {
                Facts = () => Wanted(order, taken),
                Guards = (events, state) =>
                [
                    .. events.SelectMany(it => AppointmentBook.Of(it, office, appointment)),
                    .. events.SelectMany(it => letters.Of(it, before, version, order, state)),
                ],
                Entries = order.Entries,
                IfMatch = order.IfMatch,
                Beside = new(appointment.Value), // in the vault it stands in the place of the visit
            }, cancel);
    }

    /// <summary>What is decided with, for whoever only asks.</summary>
    public static AppointmentFacts FactsOf(OfficeState office, DateTimeOffset now, IReadOnlyCollection<int> taken) =>
        new(now, office.Hours, office.Local.PlacesASlot, taken);

    static IReadOnlyList<BatchQuery> Wanted(AppointmentOrder order, List<int> taken)
    {
        taken.Clear();
        AppointmentSlot? wanted = order.Command switch
        {
            AppointmentCommand.Make it => it.Slot,
            AppointmentCommand.Move it => it.Slot,
            _ => null,
        };
        return wanted is { } slot ? [AppointmentBook.TakenIn(order.Office, slot, taken)] : [];
    }
}

/// <summary>One command on an appointment.</summary>
/// <param name="Link">The address of its page; null where none is known, and then no mail goes out.</param>
/// <param name="Entries">What the vault keeps with it: who makes it, why the office cancels.</param>
public sealed record AppointmentOrder(
    OfficeCode Office, AppointmentId Appointment, AppointmentCommand Command, Caller Caller, CommandId Id, string? Link,
    params IReadOnlyList<VaultEntry> Entries)
{
    /// <summary>The version that the caller has seen; null where none was said.</summary>
    public long? IfMatch { get; init; }
}
