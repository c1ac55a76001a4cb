using Pst.Domain;
using Pst.EventStore;
using Pst.Web.Access;
using Pst.Web.Vault;

namespace Pst.Web.Writing;

/// <summary>The one write path of follow-up actions.</summary>
public sealed class FollowUpWriter(StreamCommands commands)
{
    /// <exception cref="StoreBusyException">Nothing is stored; it may be sent again.</exception>
    public Task<Outcome<StreamAnswer>> SendAsync(FollowUpRequest request, CancellationToken cancel) => commands.SendAsync(
        new StreamCommand<FollowUpEvent>(
            request.Office, request.Action.Value, request.Caller, request.Id, found => FollowUpDecider.Decide(
                request.Command, found.Events.Aggregate(FollowUp.Initial, FollowUp.Evolve), new(found.Today, request.Officers)))
        {
            Entries = request.Entries,
            IfMatch = request.IfMatch,
        }, cancel);
}

/// <summary>One command on a follow-up action.</summary>
/// <param name="Officers">The open accounts of the office's staff: one of them answers for it.</param>
/// <param name="Entries">What the vault keeps with it: all that was written.</param>
public sealed record FollowUpRequest(
    OfficeCode Office, FollowUpId Action, FollowUpCommand Command, IReadOnlyCollection<Guid> Officers, Caller Caller, CommandId Id,
    params IReadOnlyList<VaultEntry> Entries)
{
    /// <summary>The version that the caller has seen; null where any will do.</summary>
    public long? IfMatch { get; init; }
}
