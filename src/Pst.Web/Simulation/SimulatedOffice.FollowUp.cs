using Pst.Domain;
using Pst.Web.Access;
using Pst.Web.Vault;
using Pst.Web.Writing;

namespace Pst.Web.Simulation;

internal sealed partial class SimulatedOffice
{
    readonly Dictionary<FollowUpId, IReadOnlyList<FollowUpEvent>> actions = [];

    /// <summary>What a supervisor does about a follow-up action.</summary>
    public void Follow(DateTimeOffset at, FollowUpId action, FollowUpCommand command, Caller by, params VaultEntry[] entries)
    {
        var past = actions.GetValueOrDefault(action, []);
        Guid[] staff = [Crew.PersonOf(office, Role.Staff), Crew.PersonOf(office, Role.Supervisor)];
        var before = past.Aggregate(FollowUp.Initial, FollowUp.Evolve);
        if (FollowUpDecider.Decide(command, before, new(state!.Hours.LocalDay(at), staff)) is not Accepted<FollowUpEvent>(var events))
        {
            Refused++;
            return;
        }
        var envelope = EnvelopeOf(by, IdOf($"{action}/{command.GetType().Name}/{past.Count}"), at.WholeMicroseconds());
        foreach (var (index, it) in events.Index()) Record(action.Value, past.Count + index + 1, it, envelope);
        actions[action] = [.. past, .. events];
        foreach (var entry in entries) Keep(entry);
    }
}
