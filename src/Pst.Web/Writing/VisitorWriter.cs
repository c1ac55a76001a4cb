using Pst.Domain;
using Pst.EventStore;
using Pst.Projections;
using Pst.Web.Access;
using Pst.Web.Vault;

namespace Pst.Web.Writing;

/// <summary>
/// The one write path of visitors' records: which of them are one person's, and which are under a legal hold. What is erased goes by
/// <see cref="Pst.Web.Erasing.ErasureWriter"/>, for that is all records of a person at once.
/// </summary>
public sealed class VisitorWriter(StreamCommands commands)
{
    /// <exception cref="StoreBusyException">Nothing is stored; it may be sent again.</exception>
    public Task<Outcome<StreamAnswer>> SendAsync(VisitorRequest request, CancellationToken cancel)
    {
        var (office, record) = (request.Office, request.Record);
        var asked = new VisitorFacts(record, null, HasOthers: false, (request.Command as VisitorCommand.Join)?.To);
        var facts = asked;
        return commands.SendAsync(
            new StreamCommand<VisitorEvent>(
                office, record.Value, request.Caller, request.Id, _ => VisitorDecider.Decide(request.Command, facts))
            {
                Facts = () => [.. Queries(office, asked, it => facts = it(facts))],
                Guards = (events, _) => events.SelectMany(it => GuardSql.Of(it, office, record)),
                Entries = request.Entries,
            }, cancel);
    }

    static IEnumerable<BatchQuery> Queries(OfficeCode office, VisitorFacts asked, Action<Func<VisitorFacts, VisitorFacts>> found)
    {
        yield return GuardQueries.Standing(
            office, asked.Record, (joined, others) => found(it => it with { JoinedTo = joined, HasOthers = others }));
        yield return GuardQueries.IsHeld(office, asked.Record, held => found(it => it with { IsHeld = held }));
        if (asked.Target is not { } other) yield break;
        yield return GuardQueries.AreBothInside(office, asked.Record, other, both => found(it => it with { BothInside = both }));
        yield return GuardQueries.Standing(office, other, (joined, _) => found(it => it with { Target = joined ?? other }));
    }
}

/// <summary>One command on a visitor's record.</summary>
/// <param name="Entries">What the vault keeps with it, such as a reason.</param>
public sealed record VisitorRequest(
    OfficeCode Office, VisitorId Record, VisitorCommand Command, Caller Caller, CommandId Id, params IReadOnlyList<VaultEntry> Entries);
