using Pst.EventStore;

namespace Pst.Projections;

/// <summary>How many sheets were copied, by how many visitors, and how many has one left?</summary>
public sealed class Copies(ProjectionTables tables)
{
    /// <summary>A row a visit that is open or made copies.</summary>
    public static Projection<CopiesRow> Projection { get; } = new(
        "copies", version: 2,
        [
            typeof(Arrived), typeof(GuestbookSigned), typeof(CopiesMade), typeof(Departed), typeof(EntryCorrected), typeof(Undone),
            typeof(Voided),
        ],
        CopiesRow.After)
    {
        Columns =
        [
            Column.Of<CopiesRow, Guid?>("visitor", "uuid", it => it.Visitor?.Value),
            Column.Of<CopiesRow, DateTimeOffset?>("first_at", "timestamptz", it => it.Entries is [var first, ..] ? first.At : null),
            Column.Of<CopiesRow, DateTimeOffset?>("last_at", "timestamptz", it => it.Entries is [.., var last] ? last.At : null),
        ],
        Indexes = ["(tenant_id, visitor, last_at)", "(tenant_id, last_at, first_at)"],
    };

    static string OfVisitors(string table) =>
        $"select stream_id, document from {table} where tenant_id = $1 and visitor = any ($2) and last_at >= $3";

    static string Between(string table) =>
        $"select stream_id, document from {table} where tenant_id = $1 and last_at >= $2 and first_at < $3";

    /// <summary>The copies of some local days, both included.</summary>
    public async Task<CopiesReport> ReportAsync(
        OfficeCode office, OfficeState settings, DateOnly from, DateOnly to, CancellationToken cancel)
    {
        var zone = settings.Details.TimeZone;
        var (since, until) = (zone.StartOf(MonthOf(from)), zone.EndOf(to));
        var rows = await tables.ReadAsync(
            Projection, office, table => Statement.Of(Between(table)).With(office.Value).With(since).With(until), cancel);
        var persons = await tables.PersonsAsync(office, cancel);
        var copies =
            from it in rows
            from entry in it.Row.Entries
            where entry.At >= since && entry.At < until
            select new CopiesReport.Copied(
                persons.Of(it.Row.Visitor!.Value), new(it.Visit, zone.Day(entry.At), entry.Sheets), entry.Overridden,
                Limit(settings, it.Row.Standard));
        return CopiesReport.Of([.. copies], from);
    }

    /// <summary>The copies of visits with what their visitors have left, in the order of the visits.</summary>
    /// <param name="until">Copies after it are not counted; null for all.</param>
    internal async Task<IReadOnlyList<CopiesView>> OfAsync(
        OfficeCode office, OfficeState settings, IReadOnlyList<(VisitId Visit, VisitRow Row)> visits, DateTimeOffset? until,
        CancellationToken cancel)
    {
        bool Shares(VisitRow row) => row.Signed is not null && Limit(settings, row.Arrived.Standard) is { Window: not CopyWindow.Visit };

        var sharing = visits.Where(it => Shares(it.Row)).ToList();
        if (sharing.Count == 0) return [.. visits.Select(it => View(it.Visit, it.Row, settings, [], until))];

        var persons = await tables.PersonsAsync(office, cancel);
        var others = await ReadAsync(office, settings.Details.TimeZone, sharing, persons, cancel);
        var byPerson = others.ToLookup(it => persons.Of(it.Row.Visitor!.Value));
        return [.. visits.Select(it => View(it.Visit, it.Row, settings, byPerson[persons.Of(it.Row.Signed?.VisitorId ?? default)], until))];
    }

    /// <summary>The limit under which a visit arrived; null where its standard offers no copies.</summary>
    internal static CopyLimit? Limit(OfficeState settings, DateOnly standard) =>
        settings.Standards.Single(it => it.EffectiveFrom == standard).Printed.Copies;

    Task<IReadOnlyList<(VisitId Visit, CopiesRow Row)>> ReadAsync(
        OfficeCode office, Zone zone, List<(VisitId Visit, VisitRow Row)> visits, Persons persons, CancellationToken cancel)
    {
        var visitors = visits.SelectMany(it => persons.RecordsOf(it.Row.Signed!.VisitorId)).Select(it => it.Value).ToHashSet().ToArray();
        var since = zone.StartOf(MonthOf(zone.Day(visits.Min(it => it.Row.ArrivedAt))));
        return tables.ReadAsync(
            Projection, office, table => Statement.Of(OfVisitors(table)).With(office.Value).With(visitors).With(since), cancel);
    }

    // The longest window.
    static DateOnly MonthOf(DateOnly day) => new(day.Year, day.Month, 1);

    // This visit's own copies are told by its own row, which may be newer.
    static CopiesView View(
        VisitId visit, VisitRow row, OfficeState settings, IEnumerable<(VisitId Visit, CopiesRow Row)> ofVisitor, DateTimeOffset? until)
    {
        var sheets = row.Copies.Sum(it => it.Sheets);
        if (Limit(settings, row.Arrived.Standard) is not { } limit) return new(sheets, sheets, null, null);

        var zone = settings.Details.TimeZone;
        var own = row.IsVoided ? [] : row.Copies.Select(it => (Visit: visit, Entry: it));
        var others = ofVisitor.Where(it => it.Visit != visit).SelectMany(it => it.Row.Entries.Select(entry => (it.Visit, Entry: entry)));
        var used = own.Concat(others.Where(it => until is null || it.Entry.At <= until))
            .Select(it => new CopiedSheets(it.Visit, zone.Day(it.Entry.At), it.Entry.Sheets))
            .Where(it => it.IsIn(limit.Window, visit, zone.Day(row.ArrivedAt))).Sum(it => it.Sheets);
        return new(sheets, used, limit.MaxSheets, Math.Max(0, limit.MaxSheets - used));
    }
}
