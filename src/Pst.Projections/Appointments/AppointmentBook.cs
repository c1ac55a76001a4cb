using Npgsql;
using Pst.EventStore;

namespace Pst.Projections;

/// <summary>
/// Whom does an office await, and when? The answer is the guard's own rows, written with the events: what is shown as free is free.
/// </summary>
public static class AppointmentBook
{
    const string Take = "insert into pst.guard_appointment (tenant_id, appointment, day, start, place) values ($1, $2, $3, $4, $5)";
    const string TakeOther = "update pst.guard_appointment set day = $3, start = $4, place = $5 where tenant_id = $1 and appointment = $2";
    const string Keep = "update pst.guard_appointment set place = null, visit = $3 where tenant_id = $1 and appointment = $2";
    const string Free = "delete from pst.guard_appointment where tenant_id = $1 and appointment = $2";

    const string Given = """
        select place from pst.guard_appointment where tenant_id = $1 and day = $2 and start = $3 and place is not null
        """;

    const string Days = """
        select appointment, day, start, visit from pst.guard_appointment where tenant_id = $1 and day between $2 and $3
        order by day, start, appointment
        """;

    const string Passed = """
        select appointment, day, start, visit from pst.guard_appointment where tenant_id = $1 and day < $2 and place is not null
        order by day, start, appointment
        """;

    const string ByVisit = "select appointment, day, start, visit from pst.guard_appointment where tenant_id = $1 and visit = $2";

    /// <summary>What an event of an appointment means: a place is taken, or free again.</summary>
    public static IEnumerable<NpgsqlBatchCommand> Of(AppointmentEvent happened, OfficeCode office, AppointmentId appointment)
    {
        NpgsqlBatchCommand Run(string sql, params ReadOnlySpan<object> values) =>
            GuardSql.Command(sql, [office.Value, appointment.Value, .. values]);

        return happened switch
        {
            AppointmentMade it => [Run(Take, it.Slot.Day, it.Slot.Start, it.Place)],
            AppointmentMoved it => [Run(TakeOther, it.Slot.Day, it.Slot.Start, it.Place)],
            AppointmentKept it => [Run(Keep, it.Visit.Value)],
            _ => [Run(Free)],
        };
    }

    /// <summary>The places of a slot that are given.</summary>
    public static BatchQuery TakenIn(OfficeCode office, AppointmentSlot slot, ICollection<int> found) => new(
        GuardSql.Command(Given, [office.Value, slot.Day, slot.Start]), async (rows, cancel) =>
        {
            while (await rows.ReadAsync(cancel)) found.Add(rows.GetInt32(0));
        });

    /// <summary>Those of some days, both included: awaited, or kept.</summary>
    public static Task<IReadOnlyList<AppointmentLine>> BetweenAsync(
        NpgsqlDataSource app, OfficeCode office, DateOnly from, DateOnly to, CancellationToken cancel) =>
        ReadAsync(app, office, GuardSql.Command(Days, [office.Value, from, to]), cancel);

    /// <summary>Those whose day is over and of which nobody has said what became of them.</summary>
    public static Task<IReadOnlyList<AppointmentLine>> PassedAsync(
        NpgsqlDataSource app, OfficeCode office, DateOnly today, CancellationToken cancel) =>
        ReadAsync(app, office, GuardSql.Command(Passed, [office.Value, today]), cancel);

    /// <summary>The one that a visit keeps; null where it keeps none.</summary>
    public static async Task<AppointmentLine?> OfVisitAsync(
        NpgsqlDataSource app, OfficeCode office, VisitId visit, CancellationToken cancel) =>
        (await ReadAsync(app, office, GuardSql.Command(ByVisit, [office.Value, visit.Value]), cancel)).SingleOrDefault();

    static async Task<IReadOnlyList<AppointmentLine>> ReadAsync(
        NpgsqlDataSource app, OfficeCode office, NpgsqlBatchCommand query, CancellationToken cancel)
    {
        await using var rows = await OfficeReads.QueryAsync(app, office, query, cancel);
        var found = new List<AppointmentLine>();
        while (await rows.ReadAsync(cancel))
            found.Add(new(
                new(rows.GetGuid(0)), new(rows.GetFieldValue<DateOnly>(1), rows.GetFieldValue<TimeOnly>(2)),
                rows.IsDBNull(3) ? null : new(rows.GetGuid(3))));
        return found;
    }
}

/// <summary>An appointment that is awaited, or was kept.</summary>
/// <param name="Visit">Null while it is awaited.</param>
public sealed record AppointmentLine(AppointmentId Id, AppointmentSlot Slot, VisitId? Visit);
