using Pst.EventStore;

namespace Pst.Projections;

/// <summary>Which lockers are taken, by whom, and whose cards does the front office hold?</summary>
public sealed class CustodyBoard(ProjectionTables tables)
{
    /// <summary>A row an open visit, so that no history makes it slower.</summary>
    public static Projection<CustodyRow> Projection { get; } = new(
        "custody", version: 2,
        [
            typeof(Arrived), typeof(Transferred), typeof(IdHeld), typeof(LockerAssigned), typeof(LockerReleased), typeof(IdReturned),
            typeof(Departed), typeof(Undone), typeof(Voided),
        ],
        CustodyRow.After);

    static string Open(string table) => $"select stream_id, document from {table} where tenant_id = $1";

    /// <summary>The board as it stands.</summary>
    public async Task<CustodyView> ShowAsync(OfficeCode office, OfficeState settings, DateTimeOffset now, CancellationToken cancel)
    {
        var rows = await tables.ReadAsync(Projection, office, table => Statement.Of(Open(table)).With(office.Value), cancel);
        var held = rows.SelectMany(it => it.Row.Cards.Select(card => new Holding(it.Visit, it.Row.Ticket, card))).ToList();
        var taken = held.Where(it => it.Card.Locker is not null).ToDictionary(it => it.Card.Locker!.Value);
        var today = settings.Details.TimeZone.StartOf(settings.Details.TimeZone.Day(now));
        return new(
            [.. settings.Local.Lockers.Select(it => Line(it, taken.GetValueOrDefault(it), settings))],
            [.. held.OrderBy(it => it.Card.Since).ThenBy(it => it.Visit.Value).ThenBy(it => it.Card.Item).Select(it => Line(it, today))]);
    }

    static LockerLine Line(Locker locker, Holding? holder, OfficeState settings) => holder is { } it
        ? new(locker, LockerState.Occupied, it.Visit, it.Ticket, it.Card.LockerSince)
        : new(locker, settings.OutOfOrder.Contains(locker) ? LockerState.OutOfOrder : LockerState.Free);

    static HeldIdLine Line(Holding it, DateTimeOffset today) =>
        new(it.Visit, it.Ticket, it.Card.Item, it.Card.Kind, it.Card.Commitment, null, it.Card.Since, it.Card.Since < today);

    sealed record Holding(VisitId Visit, Ticket? Ticket, HeldCard Card);
}
