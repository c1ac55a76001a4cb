using Pst.EventStore;

namespace Pst.Projections;

/// <summary>Which tickets were called last, and to which desk?</summary>
public sealed class CallBoard(ProjectionTables tables)
{
    /// <summary>A row a visit that is open or was called.</summary>
    public static Projection<CallRow> Projection { get; } = new(
        "calls", version: 2,
        [
            typeof(Arrived), typeof(Called), typeof(Skipped), typeof(SteppedOut), typeof(Transferred), typeof(Served), typeof(Departed),
            typeof(Undone), typeof(Voided),
        ],
        CallRow.After)
    {
        Columns = [Column.Of<CallRow, DateTimeOffset?>("called_at", "timestamptz", it => it.Last?.At)],
        Indexes = ["(tenant_id, called_at)"],
    };

    internal static string Since(string table) => $"""
        select stream_id, document from {table} where tenant_id = $1 and called_at >= $2 order by called_at desc, stream_id limit $3
        """;

    /// <summary>Today's last calls, the newest first; a visit that was called again stands there once.</summary>
    public async Task<IReadOnlyList<CallLine>> ShowAsync(
        OfficeCode office, OfficeState settings, int most, DateTimeOffset now, CancellationToken cancel)
    {
        var zone = settings.Details.TimeZone;
        var today = zone.StartOf(zone.Day(now));
        var rows = await tables.ReadAsync(
            Projection, office, table => Statement.Of(Since(table)).With(office.Value).With(today).With(most), cancel);
        return [.. rows.Select(it => new CallLine(it.Visit, it.Row.Last!))];
    }

    /// <summary>The same of rows that are in memory.</summary>
    internal static IReadOnlyList<CallLine> Of(IEnumerable<(VisitId Visit, CallRow Row)> rows, DateTimeOffset today, int most) =>
    [
        .. rows.Where(it => it.Row.Last is { } last && last.At >= today).OrderByDescending(it => it.Row.Last!.At)
            .ThenBy(it => it.Visit.Value).Take(most).Select(it => new CallLine(it.Visit, it.Row.Last!)),
    ];
}

/// <summary>A ticket that was called.</summary>
public sealed record CallLine(VisitId Visit, LastCall Call);
