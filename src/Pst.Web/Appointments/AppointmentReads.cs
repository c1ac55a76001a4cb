using Pst.Domain;
using Pst.EventStore;
using Pst.Projections;
using Pst.Web.Access;
using Pst.Web.Hosting;
using Pst.Web.Vault;

namespace Pst.Web.Appointments;

/// <summary>Puts together what pages tell of appointments: which times are free, one appointment, and whom the office awaits.</summary>
public sealed class AppointmentReads(PstDatabase database, Streams streams, VisitorFile file, OpenWords words, TimeProvider clock)
{
    /// <summary>The days for which somebody may make one, whether or not a place is left.</summary>
    public IReadOnlyList<DateOnly> Days(OfficeState office)
    {
        var facts = AppointmentWriter.FactsOf(office, clock.GetUtcNow(), []);
        return
        [
            .. Enumerable.Range(0, AppointmentFacts.MostDays + 1).Select(facts.Today.AddDays)
                .Where(day => AppointmentSlot.Of(day).Any(it => facts.WhyNot(it) is null)),
        ];
    }

    /// <summary>The times of a day that can still be had, with how many places are left.</summary>
    public async Task<IReadOnlyList<(AppointmentSlot Slot, int Places)>> FreeAsync(
        OfficeCode office, OfficeState state, DateOnly day, CancellationToken cancel)
    {
        var taken = (await AwaitedAsync(office, day, day, cancel)).Where(it => it.Visit is null).CountBy(it => it.Slot).ToDictionary();
        var facts = AppointmentWriter.FactsOf(state, clock.GetUtcNow(), []);
        return
        [
            .. AppointmentSlot.Of(day).Where(it => facts.WhyNot(it) is null)
                .Select(it => (it, facts.Places - taken.GetValueOrDefault(it))).Where(it => it.Item2 > 0),
        ];
    }

    /// <summary>Those of some days, both included: awaited, or kept.</summary>
    public Task<IReadOnlyList<AppointmentLine>> AwaitedAsync(OfficeCode office, DateOnly from, DateOnly to, CancellationToken cancel) =>
        AppointmentBook.BetweenAsync(database.App, office, from, to, cancel);

    /// <summary>How an appointment stands, and how often it was changed; null where the office has none such.</summary>
    public async Task<(Appointment State, long Sequence)?> FindAsync(OfficeCode office, AppointmentId id, CancellationToken cancel)
    {
        var events = await streams.ReadAsync(office.Value, id.Value, cancel);
        return events is [{ Data: AppointmentMade }, ..]
            ? (events.Select(it => (AppointmentEvent)it.Data).Aggregate(Appointment.Initial, Appointment.Evolve), events.Count - 1) : null;
    }

    /// <summary>The same for whoever holds its address; null where the office has none such.</summary>
    public async Task<AppointmentView?> ShowAsync(OfficeCode office, AppointmentId id, CancellationToken cancel)
    {
        if (await FindAsync(office, id, cancel) is not var (state, sequence)) return null;
        var reason = state is Appointment.Cancelled { Reason: { } reference }
            ? await words.ToBookerAsync(office, id, reference, cancel) : null;
        return new(id, state, sequence, reason);
    }

    /// <summary>Whether somebody has arrived for it, whatever is noted of the appointment.</summary>
    public async Task<bool> HasArrivedAsync(OfficeCode office, AppointmentId id, CancellationToken cancel) =>
        (await streams.ReadAsync(office.Value, id.Visit.Value, cancel)).Count > 0;

    /// <summary>Who made them, by their first names; that somebody looks is recorded.</summary>
    public async Task<IReadOnlyDictionary<AppointmentId, string>> FirstNamesAsync(
        OfficeCode office, IReadOnlyCollection<AppointmentId> ids, Caller caller, CancellationToken cancel) =>
        (await file.OpenBookersAsync(office, ids, caller, cancel))
            .ToDictionary(it => it.Key, it => it.Value.Split(' ', 2, StringSplitOptions.TrimEntries)[0]);
}
