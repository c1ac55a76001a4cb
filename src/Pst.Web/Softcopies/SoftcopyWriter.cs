using Npgsql;
using Pst.Domain;
using Pst.Projections;
using Pst.Web.Access;
using Pst.Web.Vault;
using Pst.Web.Writing;

namespace Pst.Web.Softcopies;

/// <summary>The one write path of requests for softcopies.</summary>
public sealed class SoftcopyWriter(
    StreamCommands commands, OfficeMemory offices, SoftcopyLetters letters, SoftcopyLinks links, TimeProvider clock)
{
    /// <exception cref="Pst.EventStore.StoreBusyException">Nothing is stored; it may be sent again.</exception>
    public async Task<Outcome<StreamAnswer>> SendAsync(SoftcopyOrder order, CancellationToken cancel)
    {
        var (office, request) = (order.Office, order.Request);
        if (await offices.FindAsync(office, cancel) is not { } known) return new OfficeNotFound<StreamAnswer>();
        var (now, last) = (clock.GetUtcNow(), 0);
        var today = known.Hours.LocalDay(now); // the day whose year is counted
        return await commands.SendAsync(
            new StreamCommand<SoftcopyEvent>(
                office, request.Value, order.Caller, order.Id, found => SoftcopyDecider.Decide(
                    order.Command, found.Events.Aggregate(SoftcopyRequest.Initial, SoftcopyRequest.Evolve),
                    new(office, found.Now, today, new(found.Office.Local.Holidays), found.Office.StandardOn(today), last)))
            {
                Facts = () => [GuardQueries.LastSoftcopy(office, today.Year, it => last = it)],
                Guards = (events, state) =>
                [
                    .. events.SelectMany(it => GuardSql.Of(it, office, request)),
                    .. events.SelectMany(it => RequesterSql.Of(it, order)), .. Letters(order, events, state.Details),
                ],
                Entries = order.Entries,
                IfMatch = order.IfMatch,
                Beside = new(request.Value), // in the vault it stands in the place of the visit
            }, cancel);
    }

    IEnumerable<NpgsqlBatchCommand> Letters(SoftcopyOrder order, IReadOnlyList<SoftcopyEvent> events, OfficeDetails from) =>
        order.Address is not { } address ? [] : events.Select(it => letters.Of(
                it, order.Office, from, order.Request, order.Id.Value, address + links.RequestOf(order.Office, order.Request),
                address + links.DeliveryOf(order.Office, order.Request)))
            .OfType<NpgsqlBatchCommand>();
}

/// <summary>One command on a request for a softcopy.</summary>
/// <param name="Address">What links in mails begin with; null where it is not known, and then none goes out.</param>
/// <param name="Entries">What the vault keeps with it: who asks, and all that was written.</param>
public sealed record SoftcopyOrder(
    OfficeCode Office, SoftcopyId Request, SoftcopyCommand Command, Caller Caller, CommandId Id, string? Address,
    params IReadOnlyList<VaultEntry> Entries)
{
    /// <summary>The version that the caller has seen; null where any will do.</summary>
    public long? IfMatch { get; init; }
}
