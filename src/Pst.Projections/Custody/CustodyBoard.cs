using Pst.EventStore;

namespace Pst.Projections;

/// <summary>Which lockers are taken, by whom, and whose cards does the front office hold?</summary>
public sealed class CustodyBoard(ProjectionTables tables)
{
    /// <summary>A row an open visit or one with an open incident, so that no history makes it slower.</summary>
    public static Projection<CustodyRow> Projection { get; } = new(
        "custody", version: 3,
        [
            typeof(Arrived), typeof(Transferred), typeof(IdHeld), typeof(LockerAssigned), typeof(LockerReleased), typeof(IdReturned),
            typeof(IdLost), typeof(IdHandedOver), typeof(BagLeft), typeof(LockerJammed), typeof(IncidentResolved),
            typeof(Departed), typeof(Undone), typeof(Voided),
        ],
        CustodyRow.After);

    static string Open(string table) => $"select stream_id, document from {table} where tenant_id = $1";

    /// <summary>The board as it stands.</summary>
    public async Task<CustodyView> ShowAsync(OfficeCode office, OfficeState settings, DateTimeOffset now, CancellationToken cancel)
    {
        var rows = await tables.ReadAsync(Projection, office, table => Statement.Of(Open(table)).With(office.Value), cancel);
        return Of(rows, settings, now);
    }

    /// <summary>The board as rows make it.</summary>
    internal static CustodyView Of(IReadOnlyCollection<(VisitId Visit, CustodyRow Row)> rows, OfficeState settings, DateTimeOffset now)
    {
        var held = rows.SelectMany(it => it.Row.Cards.Select(card => new Holding(it.Visit, it.Row.Ticket, card))).ToList();
        var taken = held.Where(it => it.Card.Locker is not null).ToDictionary(it => it.Card.Locker!.Value);
        var incidents = rows
            .SelectMany(it => it.Row.Incidents.Select(incident => IncidentLine.Of(it.Visit, it.Row.Ticket, incident))).ToList();
        var jammed = incidents.Where(it => it.Kind == IncidentKind.LockerJammed).ToDictionary(it => it.Locker!.Value);
        var today = settings.Details.TimeZone.StartOf(settings.Details.TimeZone.Day(now));
        return new(
            [.. settings.Local.Lockers.Select(it => Line(it, taken.GetValueOrDefault(it), jammed.GetValueOrDefault(it), settings))],
            [
                .. held.Where(it => !it.Card.IsGone).OrderBy(it => it.Card.Since).ThenBy(it => it.Visit.Value).ThenBy(it => it.Card.Item)
                    .Select(it => Line(it, today)),
            ],
            [.. incidents.OrderBy(it => it.Since).ThenBy(it => it.Visit.Value).ThenBy(it => it.Incident)]);
    }

    static LockerLine Line(Locker locker, Holding? holder, IncidentLine? jammed, OfficeState settings) => (holder, jammed) switch
    {
        ({ } it, _) => new(locker, LockerState.Occupied, it.Visit, it.Ticket, it.Card.LockerSince),
        (_, { } it) => new(locker, LockerState.Jammed, it.Visit, it.Ticket, it.Since),
        _ => new(locker, settings.OutOfOrder.Contains(locker) ? LockerState.OutOfOrder : LockerState.Free),
    };

    static HeldIdLine Line(Holding it, DateTimeOffset today) =>
        new(it.Visit, it.Ticket, it.Card.Item, it.Card.Kind, it.Card.Commitment, null, it.Card.Since, it.Card.Since < today);

    sealed record Holding(VisitId Visit, Ticket? Ticket, HeldCard Card);
}
