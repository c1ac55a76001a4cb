using Pst.EventStore;

namespace Pst.Projections;

/// <summary>Who waits, who is being served, and who is running late?</summary>
public sealed class QueueBoard(ProjectionTables tables, PromiseClocks clocks)
{
    /// <summary>A row an open visit, so that no history makes it slower.</summary>
    public static Projection<QueueRow> Projection { get; } = new(
        "queue", version: 4,
        [
            typeof(Arrived), typeof(GuestbookSigned), typeof(Called), typeof(Skipped), typeof(Requeued), typeof(Transferred),
            typeof(Served), typeof(ServiceEnded), typeof(SteppedOut), typeof(CameBack), typeof(Departed), typeof(EntryCorrected),
            typeof(Undone), typeof(Voided),
        ],
        QueueRow.After);

    internal static string Open(string table) => $"select stream_id, document from {table} where tenant_id = $1";

    internal static string LastCalled(string table) =>
        $"select stream_id, document from {table} where tenant_id = $1 and called_at >= $2 order by called_at desc limit $3";

    /// <summary>The queue as it stands.</summary>
    public async Task<QueueView> ShowAsync(OfficeCode office, OfficeState settings, DateTimeOffset now, CancellationToken cancel)
    {
        var rows = await tables.ReadAsync(Projection, office, it => Statement.Of(Open(it)).With(office.Value), cancel);
        var signed = rows.Where(it => it.Row.Signed is not null).ToList();
        var promises = await clocks.SetAsync(
            office, settings.Details.TimeZone, [.. signed.Select(it => (it.Row.Signed!.Promise, it.Row.SignedAt))], cancel);
        var view = Of(signed.Zip(promises, (it, promise) => (it.Visit, it.Row, promise)), settings, now);
        return view.Order.DependsOnCalls ? view.After(await LastCalledAsync(office, settings, now, cancel)) : view;
    }

    /// <summary>The queue as rows make it.</summary>
    /// <param name="signed">Each with its promise as it runs.</param>
    internal static QueueView Of(
        IEnumerable<(VisitId Visit, QueueRow Row, Promise? Promise)> signed, OfficeState settings, DateTimeOffset now) =>
        QueueView.Of(signed.Select(it => Line(it.Visit, it.Row, it.Promise, settings.Local.AmberAtPercent, now)), now);

    // Of this day; in the morning all begins anew.
    async Task<IEnumerable<VisitRow>> LastCalledAsync(
        OfficeCode office, OfficeState settings, DateTimeOffset now, CancellationToken cancel)
    {
        var zone = settings.Details.TimeZone;
        var called = await tables.ReadAsync(
            Visits.Projection, office,
            it => Statement.Of(LastCalled(it)).With(office.Value).With(zone.StartOf(zone.Day(now))).With(CallOrder.MostInARow), cancel);
        return called.Select(it => it.Row);
    }

    static QueueLine Line(VisitId visit, QueueRow row, Promise? promise, int amberAtPercent, DateTimeOffset now) =>
        new(visit, row.Ticket, row.Service, row.Arrived.Channel, row.Arrived.Priority, row.Arrived.PartySize, row.Status,
            row.Since!.Value, promise?.Due, promise?.UrgencyAt(row.ServedAt ?? now, amberAtPercent) ?? Urgency.Green, row.Called, row.Desk,
            row.ServedAt, row.Signed!.Purpose, row.Signed.Demographics.Occupation, row.Signed.AccommodationNeeded,
            row.ServiceEndedAt, row.OutSince)
        { Order = row.Order };
}
