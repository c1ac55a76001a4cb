using Npgsql;
using Pst.Domain;
using Pst.EventStore;
using Pst.Projections;
using Pst.Web.Access;
using Pst.Web.Vault;
using Pst.Web.Writing;

namespace Pst.Web.Complaints;

/// <summary>The one write path of complaints.</summary>
public sealed class ComplaintWriter(StreamCommands commands, OfficeMemory offices, ComplaintLetters letters, TimeProvider clock)
{
    /// <exception cref="StoreBusyException">Nothing is stored; it may be sent again.</exception>
    public async Task<Outcome<StreamAnswer>> SendAsync(ComplaintRequest request, CancellationToken cancel)
    {
        var (office, complaint) = (request.Office, request.Complaint);
        if (await offices.FindAsync(office, cancel) is not { } known) return new OfficeNotFound<StreamAnswer>();
        var (today, last) = (known.Hours.LocalDay(clock.GetUtcNow()), 0); // the day whose codes are counted
        return await commands.SendAsync(
            new StreamCommand<ComplaintEvent>(
                office, complaint.Value, request.Caller, request.Id, found => ComplaintDecider.Decide(
                    request.Command, found.Events.Aggregate(Complaint.Initial, Complaint.Evolve),
                    new(today, new(found.Office.Local.Holidays), last)))
            {
                Facts = () => [GuardQueries.LastComplaint(office, today, it => last = it)],
                Guards = (events, state) =>
                [
                    .. events.SelectMany(it => GuardSql.Of(it, office, complaint)), .. Letters(request, events, state.Details.Name),
                ],
                Entries = request.Entries,
                IfMatch = request.IfMatch,
                Beside = new(complaint.Value), // in the vault it stands in the place of the visit
            }, cancel);
    }

    IEnumerable<NpgsqlBatchCommand> Letters(ComplaintRequest request, IReadOnlyList<ComplaintEvent> events, string officeName) =>
        request.Link is not { } link ? []
            : events.Select(it => letters.Of(it, request.Office, officeName, request.Complaint, request.Id.Value, link))
                .OfType<NpgsqlBatchCommand>();
}

/// <summary>One command on a complaint.</summary>
/// <param name="Link">Where the complainant reads of it; null where no address is known, and then no mail goes out.</param>
/// <param name="Entries">What the vault keeps with it: who complains, and all that was written.</param>
public sealed record ComplaintRequest(
    OfficeCode Office, ComplaintId Complaint, ComplaintCommand Command, Caller Caller, CommandId Id, string? Link,
    params IReadOnlyList<VaultEntry> Entries)
{
    /// <summary>The version that the caller has seen; null where any will do.</summary>
    public long? IfMatch { get; init; }
}
