using Pst.EventStore;

namespace Pst.Projections;

/// <summary>Who has arrived and not left? It reads the queue's rows: one an open visit, so that no history makes it slower.</summary>
public sealed class InsideBoard(ProjectionTables tables)
{
    /// <summary>All open visits, the first to arrive first.</summary>
    public async Task<IReadOnlyList<InsideLine>> ShowAsync(OfficeCode office, CancellationToken cancel)
    {
        var rows = await tables.ReadAsync(
            QueueBoard.Projection, office, it => Statement.Of(QueueBoard.Open(it)).With(office.Value), cancel);
        return
        [
            .. rows.Select(it => new InsideLine(
                    it.Visit, it.Row.Arrived.Channel, it.Row.Ticket, it.Row.Arrived.PartySize, it.Row.ArrivedAt,
                    it.Row.Signed is null ? null : it.Row.Status, it.Row.Desk, it.Row.OutSince, it.Row.Signed?.VisitorId))
                .OrderBy(it => it.ArrivedAt).ThenBy(it => it.Visit.Value),
        ];
    }
}

/// <summary>An open visit.</summary>
/// <param name="Status">Null until the guestbook is signed.</param>
/// <param name="Desk">That called last, or serves.</param>
/// <param name="OutSince">Null unless out for lunch or prayer.</param>
/// <param name="Visitor">Null until the guestbook is signed; for those who may look into the vault.</param>
public sealed record InsideLine(
    VisitId Visit, Channel Channel, Ticket? Ticket, int PartySize, DateTimeOffset ArrivedAt, VisitStatus? Status, Desk? Desk,
    DateTimeOffset? OutSince, VisitorId? Visitor)
{
    /// <summary>Whether people of it are in the house, as far as is known.</summary>
    public bool IsInside => this is { Channel: Channel.Offline, OutSince: null };
}
