using Pst.EventStore;

namespace Pst.Projections;

/// <summary>How long will somebody wait who signs the guestbook now?</summary>
public sealed class ExpectedWaits(ProjectionTables tables)
{
    /// <summary>The days before today that are looked at: four weeks.</summary>
    public const int Days = 28;

    // Those with a promise, in person; who left unserved did not wait to the end.
    internal static string Between(string table) => $"""
        select signed_at, served_at from {table}
        where tenant_id = $1 and precedes and served_at is not null and signed_at >= $2 and signed_at < $3
        """;

    /// <summary>
    /// By those who signed in the same hour of the last weeks' days and were served; null where they are too few. Today is left out: who
    /// still waits today would be missing.
    /// </summary>
    public async Task<WaitRange?> AtAsync(OfficeCode office, OfficeState settings, DateTimeOffset now, CancellationToken cancel)
    {
        var zone = settings.Details.TimeZone;
        var (today, hour) = (zone.Day(now), zone.Local(now).Hour);
        var served = await tables.ReadAsync(
            Visits.Projection, office,
            table => Statement.Of(Between(table)).With(office.Value).With(zone.StartOf(today.AddDays(-Days))).With(zone.StartOf(today)),
            row => (Signed: row.GetFieldValue<DateTimeOffset>(0), Served: row.GetFieldValue<DateTimeOffset>(1)), cancel);
        return WaitRange.Of(served.Where(it => zone.Local(it.Signed).Hour == hour).Select(it => it.Served - it.Signed));
    }
}
