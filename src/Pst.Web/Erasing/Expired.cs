using Npgsql;
using Pst.Domain;
using Pst.EventStore;
using Pst.Projections;

namespace Pst.Web.Erasing;

/// <summary>A visit of which the vault keeps something, or a complaint, which lies there in the place of a visit.</summary>
/// <param name="Visitor">Null where nobody signed, or the guestbook entry is gone already.</param>
/// <param name="Signings">How many entries of that visitor are here, this one's included.</param>
/// <param name="IsHeld">The person is under a hold.</param>
public sealed record KeptVisit(VisitId Visit, VisitorId? Visitor, DateTimeOffset ArrivedAt, int Signings, bool IsHeld)
{
    /// <summary>By whose history it is said that it was erased.</summary>
    public VisitorId Record => Visitor ?? VisitorId.OfUnsigned(Visit);
}

/// <summary>What an office keeps longer than it may. It costs by what the vault holds, which the retention itself bounds.</summary>
internal static class Expired
{
    const string Due = """
        with kept as (
            select visit from vault.signing where tenant_id = $1 union select visit from vault.held_id where tenant_id = $1
            union select visit from vault.text where tenant_id = $1 and visit is not null
            union select visit from vault.complainant where tenant_id = $1
            union select visit from vault.refused_form where tenant_id = $1)
        select k.visit, s.visitor, a.at,
            (select count(*)::int from vault.signing o where o.tenant_id = $1 and o.visitor = s.visitor),
            exists (select from pst.guard_hold h where h.tenant_id = $1 and h.visitor in (select pst.records_of($1, s.visitor)))
        from kept k
        join pst.mt_events e on e.tenant_id = $1 and e.stream_id = k.visit and e.version = 1
        cross join lateral (select coalesce((e.headers ->> 'occurred')::timestamptz, e.timestamp) as at) a
        left join vault.signing s on s.tenant_id = $1 and s.visit = k.visit
        where a.at < $2 and not exists (select from pst.guard_visit g where g.tenant_id = $1 and g.visit = k.visit)
            and (e.type <> 'complaint_received' or exists (
                select from pst.mt_events c where c.tenant_id = $1 and c.stream_id = k.visit and c.type = 'complaint_closed'))
            and (e.type <> 'appointment_made' or not exists (
                select from pst.guard_appointment g where g.tenant_id = $1 and g.appointment = k.visit and g.place is not null))
        order by a.at, k.visit
        """;

    const string Counts = """
        select (select count(*)::int from vault.signing where tenant_id = $1 and visit = any($2)),
            (select count(*)::int from vault.held_id where tenant_id = $1 and visit = any($2)),
            (select count(*)::int from vault.text where tenant_id = $1 and visit = any($2))
        """;

    /// <summary>Visits and complaints that came before that moment, are over and of which something is kept; the oldest first.</summary>
    public static BatchQuery Before(OfficeCode office, DateTimeOffset moment, List<KeptVisit> found) =>
        Rows(GuardSql.Command(Due, [office.Value, moment.ToUniversalTime()]), row => found.Add(new(
            new(row.GetGuid(0)), row.IsDBNull(1) ? null : new(row.GetGuid(1)), row.GetFieldValue<DateTimeOffset>(2), row.GetInt32(3),
            row.GetBoolean(4))));

    /// <summary>How much of these visits is kept.</summary>
    public static BatchQuery CountOf(OfficeCode office, IReadOnlyList<VisitId> visits, Action<DestroyedRows> found) =>
        Rows(
            GuardSql.Command(Counts, [office.Value, visits.Select(it => it.Value).ToArray()]),
            row => found(new(row.GetInt32(0), row.GetInt32(1), row.GetInt32(2))));

    /// <summary>The same as <see cref="Before"/> by itself.</summary>
    public static async Task<IReadOnlyList<KeptVisit>> ReadAsync(
        NpgsqlDataSource app, OfficeCode office, DateTimeOffset moment, CancellationToken cancel)
    {
        var found = new List<KeptVisit>();
        var query = Before(office, moment, found);
        await using var rows = await OfficeReads.QueryAsync(app, office, query.Command, cancel);
        await query.Read(rows, cancel);
        return found;
    }

    static BatchQuery Rows(NpgsqlBatchCommand command, Action<NpgsqlDataReader> read) => new(command, async (rows, cancel) =>
    {
        while (await rows.ReadAsync(cancel)) read(rows);
    });
}
