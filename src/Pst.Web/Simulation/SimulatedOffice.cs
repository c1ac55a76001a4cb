using System.Text.Json;
using Pst.Domain;
using Pst.EventStore;
using Pst.Projections;
using Pst.Web.Access;
using Pst.Web.Hosting;
using Pst.Web.Vault;
using Pst.Web.Writing;

namespace Pst.Web.Simulation;

/// <summary>
/// One office in memory and in simulated time: commands are read, decided and kept as the write path does it, from facts that lie here, and
/// what happened is taken to be stored in bulk. The office's own rules hold: what they refuse is left out and counted.
/// </summary>
/// <param name="origin">Stands in every event as its correlation, so that what was simulated is known as such.</param>
internal sealed partial class SimulatedOffice(OfficeCode office, Seeds seeds, EdgeKeys keys, Fresh fresh, string origin)
{
    static readonly EventTypes Types = StoredEvents.Types;

    readonly Dictionary<VisitId, List<StoredEvent>> visits = [];
    readonly Dictionary<string, VisitorId> known = new(StringComparer.Ordinal);
    readonly GuardMemory guards = new(office);
    OfficeState? state;
    long version;
    bool hasVisits;

    /// <summary>How many commands were refused.</summary>
    public int Refused { get; private set; }

    public DateOnly? ClosedThrough => state?.ClosedThrough;

    public void Do(IEnumerable<Step> steps)
    {
        foreach (var step in steps) Do(step);
    }

    public void Put(DateTimeOffset at, OfficeCommand command, Caller by, params VaultEntry[] entries)
    {
        var facts = new OfficeFacts(
            state?.Hours.LocalDay(at) ?? DateOnly.FromDateTime(at.UtcDateTime), hasVisits, guards.LockersInUse);
        if (OfficeDecider.Decide(command, state, facts) is not Accepted<OfficeEvent>(var events))
        {
            Refused++;
            return;
        }
        Happen(events, EnvelopeOf(by, IdOf($"{command.GetType().Name}/{at:O}"), at.WholeMicroseconds()));
        foreach (var entry in entries) Keep(entry);
    }

    /// <summary>As the end of a day does it.</summary>
    public void Close(DateTimeOffset at, DateOnly day, Caller by)
    {
        var (id, now) = (IdOf($"close/{day:yyyy-MM-dd}"), at.WholeMicroseconds());
        var settled = guards.OpenUntil(day).Select(it => DayCloser.Settle(it, HistoryOf(it), state!, now)!).ToList();
        var facts = new OfficeFacts(state!.Hours.LocalDay(now), true, []) { Kept = [.. settled.SelectMany(it => it.Kept)] };
        if (OfficeDecider.Decide(new OfficeCommand.CloseDay(day), state, facts) is not Accepted<OfficeEvent>(var closed))
        {
            Refused++;
            return;
        }
        Happen(closed, EnvelopeOf(by, id, now));
        foreach (var (visit, departure, left, _) in settled)
            if (departure is not null) Happen(visit, departure, EnvelopeOf(by, id, left), new GuardChange.VisitClosed());
    }

    void Do(Step step)
    {
        var asked = CommandBodies.Read(step.Command, Fields.Of(step.Body), step.By.Role, fresh) as Valid<AskedCommand>
            ?? throw new InvalidOperationException($"The simulation's own {step.Command} cannot be read: {step.Body}");
        var request = new VisitRequest(office, step.Visit, asked.Value, step.By, IdOf($"{step.Visit}/{step.Number}"));
        var (now, past) = (step.At.WholeMicroseconds(), HistoryOf(step.Visit));
        var contact = asked.Value.Contact;
        var found = VisitFactsFound.For(request, contact: null, now);
        found.Find(guards, past, contact is not null && known.TryGetValue(contact, out var visitor) ? visitor : null);
        var newcomer = asked.Value.Command is VisitCommand.SignGuestbook ? new VisitorId(fresh.NewId()) : default;
        if (request.Decide(past, state!, found, now, newcomer) is not (Accepted<VisitEvent>(var events), { } facts))
        {
            Refused++;
            return;
        }
        foreach (var happened in events)
            Happen(
                step.Visit, happened, request.Envelope(facts.At) with { Correlation = origin },
                [.. past.Guards(happened, HistoryOf(step.Visit).Version + 1, facts)]);
        foreach (var entry in asked.Value.Entries) Keep(entry, step.Visit, facts.Visitor, contact);
    }

    StreamHistory HistoryOf(VisitId visit) => new(visit.Value, visits.TryGetValue(visit, out var past) ? past : []);

    Envelope EnvelopeOf(Caller by, CommandId id, DateTimeOffset at) => by.Envelope(id, at) with { Correlation = origin };

    CommandId IdOf(string name) => new(seeds.Id($"command/{office}/{name}"), []);
}
