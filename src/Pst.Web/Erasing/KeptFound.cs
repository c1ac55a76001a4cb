using Npgsql;
using Pst.Domain;
using Pst.EventStore;
using Pst.Projections;

namespace Pst.Web.Erasing;

/// <summary>What a transaction finds of a person, over all records that are theirs.</summary>
internal sealed class KeptFound(OfficeCode office, VisitorId record)
{
    const string Records = "select record from pst.records_of($1, $2) record order by 1";

    const string Standing = """
        with person as (select array(select record from pst.records_of($1, $2) record) as records)
        select exists (select from pst.guard_visit where tenant_id = $1 and visitor = any(records)),
            exists (select from pst.guard_hold where tenant_id = $1 and visitor = any(records)),
            exists (select from vault.visitor where tenant_id = $1 and visitor = any(records))
                or exists (select from vault.signing where tenant_id = $1 and visitor = any(records))
                or exists (select from vault.text where tenant_id = $1 and visit in (select vault.visits_of($1, records)))
                or exists (select from vault.held_id where tenant_id = $1 and visit in (select vault.visits_of($1, records)))
        from person
        """;

    const string Visited = """
        select record, visit, (select coalesce((e.headers ->> 'occurred')::timestamptz, e.timestamp) from pst.mt_events e
            where e.tenant_id = $1 and e.stream_id = visit and e.version = 1)
        from pst.records_of($1, $2) record cross join lateral vault.visits_of($1, array[record]) visit order by visit
        """;

    // What a reason may not repeat, and where mails went.
    const string Said = """
        with person as (select array(select record from pst.records_of($1, $2) record) as records)
        select distinct unnest(array[name, email, phone, whatsapp]) from (
            select name, email, phone, whatsapp from vault.visitor, person where tenant_id = $1 and visitor = any(records)
            union all select name, email, phone, whatsapp from vault.signing, person where tenant_id = $1 and visitor = any(records)) said
        """;

    readonly HashSet<Guid> records = [];
    readonly List<(Guid Record, VisitId Visit, DateTimeOffset? At)> visits = [];
    readonly List<string> said = [];
    bool isInside, isHeld, hasData;

    /// <summary>Asked in the transaction, once the office is locked.</summary>
    public IReadOnlyList<BatchQuery> Queries =>
    [
        Of(Records, row => records.Add(row.GetGuid(0))),
        Of(Standing, row => (isInside, isHeld, hasData) = (row.GetBoolean(0), row.GetBoolean(1), row.GetBoolean(2))),
        Of(Visited, row => visits.Add(
            (row.GetGuid(0), new(row.GetGuid(1)), row.IsDBNull(2) ? null : row.GetFieldValue<DateTimeOffset>(2)))),
        Of(Said, row => { if (!row.IsDBNull(0)) said.Add(row.GetString(0)); }),
    ];

    public IReadOnlyList<VisitId> Visits => [.. visits.Select(it => it.Visit)];

    /// <summary>What they are called and where they are reached.</summary>
    public IReadOnlyList<string> Words => said;

    /// <summary>Whether the person still has just these records.</summary>
    public bool IsOf(IEnumerable<Guid> known) => records.SetEquals(known);

    /// <summary>For the decision about one of the records.</summary>
    /// <param name="wasErased">Whether the record's own history says that it was erased before.</param>
    public KeptFacts? Of(StreamHistory one, OfficeState settings, Retention retention, DateTimeOffset now)
    {
        if (!hasData && !one.Events.Any(it => it.Data is DataErased)) return null;
        var zone = settings.Details.TimeZone;
        var days = visits.Where(it => it.At is not null).Select(it => zone.Day(it.At!.Value)).ToList();
        var unbound = settings.Local.UnboundBefore(zone.Day(now));
        DateOnly? until = days.Where(it => it >= unbound).Select(it => (DateOnly?)it.AddDays(settings.Local.ArchiveDays ?? 0)).Max();
        return new(
            hasData, isInside, isHeld || days.Any(retention.Withholds), settings.Local.ArchiveDays is null or 0 ? null : until,
            [.. visits.Where(it => it.Record == one.Id).Select(it => it.Visit)], IsAll: true);
    }

    BatchQuery Of(string sql, Action<NpgsqlDataReader> read) =>
        new(GuardSql.Command(sql, [office.Value, record.Value]), async (rows, cancel) =>
        {
            while (await rows.ReadAsync(cancel)) read(rows);
        });

    /// <summary>The records of a person, before the transaction: it can only append to streams that it was opened with.</summary>
    public static async Task<IReadOnlyList<Guid>> RecordsAsync(
        NpgsqlDataSource app, OfficeCode office, VisitorId record, CancellationToken cancel)
    {
        await using var rows = await OfficeReads.QueryAsync(app, office, GuardSql.Command(Records, [office.Value, record.Value]), cancel);
        var found = new List<Guid>();
        while (await rows.ReadAsync(cancel)) found.Add(rows.GetGuid(0));
        return found;
    }
}
