using Pst.Domain;
using Pst.Web.Access;
using Pst.Web.Vault;
using Pst.Web.Writing;

namespace Pst.Web.Simulation;

internal sealed partial class SimulatedOffice
{
    readonly Dictionary<ComplaintId, IReadOnlyList<ComplaintEvent>> complaints = [];

    /// <summary>What somebody does about a complaint.</summary>
    public void Complain(DateTimeOffset at, ComplaintId complaint, ComplaintCommand command, Caller by, params VaultEntry[] entries)
    {
        var (past, today) = (complaints.GetValueOrDefault(complaint, []), state!.Hours.LocalDay(at));
        var received = complaints.Values.Select(it => it[0]).OfType<ComplaintReceived>().Count(it => it.Code.Day == today);
        var before = past.Aggregate(Complaint.Initial, Complaint.Evolve);
        var facts = new ComplaintFacts(today, new(state.Local.Holidays), received);
        if (ComplaintDecider.Decide(command, before, facts) is not Accepted<ComplaintEvent>(var events))
        {
            Refused++;
            return;
        }
        var envelope = EnvelopeOf(by, IdOf($"{complaint}/{command.GetType().Name}/{past.Count}"), at.WholeMicroseconds());
        foreach (var (index, it) in events.Index())
        {
            Record(complaint.Value, past.Count + index + 1, it, envelope);
            guards.Apply(complaint, it);
        }
        complaints[complaint] = [.. past, .. events];
        foreach (var entry in entries) Keep(entry, new VisitId(complaint.Value));
    }
}
